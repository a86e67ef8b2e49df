import { markdownTable } from 'markdown-table';
import { LAYERS, type Layer, MODES } from '../protocol.js';
import type { Results } from '../results.js';
import { median } from '../statistics.js';
import { timesAsFast } from '../targets.js';
import { LAYER_TITLES } from './definitions.js';
import { significant } from './significant.js';

/** The rows of one thread in short: cropgrad beside the baseline, and beside what stock tfjs has on the same backend. */
export function takeaway(results: Results): string {
  const pairs = [
    ['cropgrad wasm', results.baseline],
    ['cropgrad cpu', results.baseline],
    ['cropgrad wasm', 'tfjs cropAndResize, wasm'],
    ['cropgrad wasm', 'tfjs composition, wasm'],
  ];
  const rows = pairs
    .map(([peer, against]) => [
      `${peer} beside ${against}`,
      ...LAYERS.map((layer) => inShort(ratiosOf(results, layer, peer, against))),
    ])
    .filter(([, ...cells]) => cells.some((cell) => cell !== NONE));
  if (rows.length === 0) return '';
  const table = markdownTable([['', ...LAYERS.map((layer) => LAYER_TITLES[layer])], ...rows], {
    align: ['l', ...LAYERS.map(() => 'r')],
  });
  return `How many times as fast, on one thread: the median, the least and the most of all workloads and modes, and in how many of them it is faster.\n\n${table}`;
}

const NONE = '–';

function inShort(ratios: readonly number[]): string {
  if (ratios.length === 0) return NONE;
  const [middle, least, most] = [median([...ratios]), Math.min(...ratios), Math.max(...ratios)].map((ratio) =>
    significant(ratio, 2),
  );
  const faster = ratios.filter((ratio) => ratio > 1).length;
  return `**${middle} ×** ${least} to ${most}; ${faster} of ${ratios.length}`;
}

/** How many times as fast a peer is as another, in every row that both have. */
export function ratiosOf(results: Results, layer: Layer, peer: string, against: string): number[] {
  return results.workloads
    .flatMap(({ name: workload }) =>
      MODES.map((mode) => timesAsFast(results, { layer, workload, mode, peer, against })),
    )
    .filter((ratio) => ratio !== undefined);
}
