import { markdownTable } from 'markdown-table';
import type { ResultRow } from '../../../bench/src/results.js';
import { NO_RESULTS } from './benchmarks.js';
import type { Run } from './runs.js';

/**
 * What each backend of ours takes for whole operations, one thread, as a table. A run may measure less than the one
 * before it, so each row is from the newest run that has it.
 */
export function backendTimes(runs: readonly Run[]): string {
  const rows = new Map<string, ResultRow>();
  for (const { results } of runs) {
    for (const row of results.rows) {
      if (row.layer === 'operation' && row.threads === 1) rows.set(`${row.workload} ${row.mode}`, row);
    }
  }
  const newest = runs.at(-1)?.results;
  if (!newest || rows.size === 0) return `${NO_RESULTS}\n`;
  const peers = newest.peers.map(({ name }) => name).filter((name) => /^cropgrad \w+$/.test(name));
  const titles = new Map(runs.flatMap(({ results }) => results.workloads.map(({ name, title }) => [name, title])));
  let above: string | undefined;
  const entries = [...rows.values()].map((row) => {
    const what = row.workload === above ? '' : titles.get(row.workload);
    above = row.workload;
    return [what, row.mode, ...peers.map((peer) => milliseconds(row, peer))];
  });
  const table = markdownTable([['what', 'with', ...peers], ...entries], {
    align: ['l', 'l', ...peers.map(() => 'r')],
  });
  const machines = new Set(runs.map(({ results: { machine } }) => `${machine.cpu}, Node ${machine.node}`));
  return `${table}\n\nOn ${[...machines].join('; ')}, one thread: medians. More in [Benchmarks](../benchmarks).\n`;
}

function milliseconds({ cells }: ResultRow, name: string): string {
  const cell = cells.find(({ peer }) => peer === name);
  return cell === undefined || cell.absent !== undefined ? '' : `${Number(cell.ms.toPrecision(2))} ms`;
}
