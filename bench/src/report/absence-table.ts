import { markdownTable } from 'markdown-table';
import type { Results } from '../results.js';

/** Why a peer has no number, and in how many cells of the tables. */
export function absenceTable({ rows, peers }: Results): string {
  const entries = peers.flatMap(({ name }) => {
    const counts = new Map<string, number>();
    for (const { absent } of rows.flatMap(({ cells }) => cells.filter(({ peer }) => peer === name))) {
      if (absent !== undefined) counts.set(absent, (counts.get(absent) ?? 0) + 1);
    }
    return [...counts].map(([why, count]) => [name, why, String(count)]);
  });
  return markdownTable([['peer', 'why', 'cells'], ...entries], { align: ['l', 'l', 'r'] });
}
