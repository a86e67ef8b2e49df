import { markdownTable } from 'markdown-table';
import type { Results } from '../results.js';
import { TARGETS, timesAsFast } from '../targets.js';
import { significant } from './significant.js';

const PROFILES = 'https://github.com/cropgrad/cropgrad/blob/main/bench/results/profiles.md';

/** What the project wanted to reach, and how far it is: whole operations, for which the targets are, and kernels. */
export function targetTable(results: Results): string {
  const targets = TARGETS.map((target) => ({
    ...target,
    whole: timesAsFast(results, { ...target, layer: 'operation' }),
    kernel: timesAsFast(results, { ...target, layer: 'kernel' }),
  }));
  const reached = (layer: 'whole' | 'kernel'): number =>
    targets.filter((target) => (target[layer] ?? 0) >= target.atLeast).length;
  const table = markdownTable(
    [
      ['times as fast on one thread', 'target', 'whole operation', 'kernel alone'],
      ...targets.map(({ peer, against, workload, mode, atLeast, whole, kernel }) => [
        `${peer} beside ${against}: ${workload}, ${mode}`,
        `${atLeast} ×`,
        times(whole),
        times(kernel),
      ]),
    ],
    { align: ['l', 'r', 'r', 'r'] },
  );
  return `These are the project's goals. This run reaches ${reached('whole')} of ${targets.length} with whole operations, and ${reached('kernel')} with kernels alone. [Where the time goes](${PROFILES}) says what limits them.\n\n${table}`;
}

function times(ratio: number | undefined): string {
  return ratio === undefined ? '–' : `${significant(ratio, 3)} ×`;
}
