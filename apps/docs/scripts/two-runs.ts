import { markdownTable } from 'markdown-table';
import { LAYERS, type Layer } from '../../../bench/src/protocol.js';
import { LAYER_TITLES } from '../../../bench/src/report/definitions.js';
import type { Results } from '../../../bench/src/results.js';
import { quantile } from '../../../bench/src/statistics.js';
import { timesAsFast } from '../../../bench/src/targets.js';

/** How far the ratios of one thread lie apart in two runs, as a table: 10 % is 1.1 times one or the other way. */
export function twoRuns(one: Results, other: Results): string {
  const rows = LAYERS.flatMap((layer) => {
    const apart = differences(one, other, layer);
    if (apart.length === 0) return [];
    const [half, most, all] = [0.5, 0.9, 1].map((part) => `${(100 * quantile(apart, part)).toFixed(0)} %`);
    return [[LAYER_TITLES[layer], String(apart.length), half, most, all]];
  });
  return markdownTable([['', 'ratios', 'half within', 'nine in ten within', 'all within'], ...rows], {
    align: ['l', 'r', 'r', 'r', 'r'],
  });
}

function differences(one: Results, other: Results, layer: Layer): number[] {
  return one.rows
    .filter((row) => row.layer === layer && row.threads === 1)
    .flatMap(({ workload, mode }) =>
      one.peers
        .filter(({ name }) => name !== one.baseline)
        .flatMap(({ name: peer }) => {
          const comparison = { workload, mode, layer, peer, against: one.baseline };
          const [a, b] = [one, other].map((results) => timesAsFast(results, comparison));
          return a === undefined || b === undefined ? [] : [Math.max(a / b, b / a) - 1];
        }),
    );
}
