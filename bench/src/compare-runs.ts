import { type Again, compareRatios } from './again.js';
import { LAYERS, type Layer } from './protocol.js';
import type { Results } from './results.js';
import { timesAsFast } from './targets.js';

/** How far the ratios to the baseline on one thread agree in two runs, for each layer that both have. */
export function compareRuns(first: Results, second: Results): Partial<Record<Layer, Again>> {
  const compared = LAYERS.flatMap((layer): [Layer, Again][] => {
    const pairs = pairsOf(first, second, layer);
    return pairs.length === 0 ? [] : [[layer, compareRatios(pairs)]];
  });
  return Object.fromEntries(compared);
}

function pairsOf(first: Results, second: Results, layer: Layer): [number, number][] {
  const peers = first.peers.filter(({ name }) => name !== first.baseline);
  return first.rows
    .filter((row) => row.layer === layer && row.threads === 1)
    .flatMap(({ workload, mode }) =>
      peers.flatMap(({ name: peer }): [number, number][] => {
        const comparison = { workload, mode, layer, peer, against: first.baseline };
        const [a, b] = [first, second].map((results) => timesAsFast(results, comparison));
        return a === undefined || b === undefined ? [] : [[a, b]];
      }),
    );
}
