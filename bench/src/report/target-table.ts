import { markdownTable } from 'markdown-table';
import type { Results } from '../results.js';
import { TARGETS, timesAsFast } from '../targets.js';
import { significant } from './significant.js';

const LAYERS = { operation: 'whole operation', kernel: 'kernel alone' };
const PROFILES = 'https://github.com/cropgrad/cropgrad/blob/main/bench/results/profiles.md';

/** What the project wanted to reach, and how far it is. */
export function targetTable(results: Results): string {
  const targets = TARGETS.map((target) => ({ ...target, reached: timesAsFast(results, target) }));
  const measured = targets.filter(({ reached }) => reached !== undefined);
  const met = measured.filter(({ reached = 0, atLeast }) => reached >= atLeast);
  const table = markdownTable(
    [
      ['times as fast on one thread', 'target', 'reached'],
      ...targets.map(({ peer, against, workload, mode, layer, atLeast, reached }) => [
        `${peer} beside ${against}: ${workload}, ${mode}, ${LAYERS[layer]}`,
        `${atLeast} ×`,
        reached === undefined ? 'not measured' : `${significant(reached, 3)} ×`,
      ]),
    ],
    { align: ['l', 'r', 'r'] },
  );
  return `The project set itself these goals before it began, and set them high. This run reaches ${met.length} of the ${measured.length} that it has measured. [Where the time goes](${PROFILES}) says what bounds them.\n\n${table}`;
}
