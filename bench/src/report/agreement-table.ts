import { markdownTable } from 'markdown-table';
import type { Results } from '../results.js';

/** The largest difference of each peer from the reference, by workload and output, beside what is allowed. */
export function agreementTable({ rows, peers }: Results): string {
  const lines = new Map<string, string[]>();
  for (const { name } of peers) {
    for (const { workload, cells } of rows) {
      for (const cell of cells) {
        if (cell.peer !== name || cell.absent !== undefined) continue;
        for (const { output, difference, tolerance } of cell.agreement) {
          const key = [name, workload, output].join('|');
          const worst = Math.max(difference, Number(lines.get(key)?.[3] ?? 0));
          lines.set(key, [name, workload, output, worst.toExponential(1), tolerance.toExponential(1)]);
        }
      }
    }
  }
  const table = markdownTable([['peer', 'workload', 'output', 'difference', 'allowed'], ...lines.values()], {
    align: ['l', 'l', 'l', 'r', 'r'],
  });
  return `Before a row is timed, its results are compared with those of the cpu backend, which computes in float64. The table has the largest difference found, and the largest allowed.\n\n${table}`;
}
