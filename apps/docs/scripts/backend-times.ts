import { significant } from '../../../bench/src/report/significant.js';
import type { ResultRow } from '../../../bench/src/results.js';
import { NO_RESULTS } from './benchmarks.js';
import type { Run } from './runs.js';
import { timesTable } from './times-table.js';
import { workloadWords } from './workload-words.js';

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
  const workloads = runs.flatMap(({ results }) => results.workloads);
  const titles = new Map(workloads.map((workload) => [workload.name, workloadWords(workload)]));
  const groups = [...new Set([...rows.values()].map(({ workload }) => workload))].map((name) => ({
    title: titles.get(name) ?? name,
    rows: [...rows.values()]
      .filter(({ workload }) => workload === name)
      .map((row) => ({ name: row.mode, times: peers.map((peer) => milliseconds(row, peer)) })),
  }));
  const table = timesTable(
    peers.map((name) => name.replace('cropgrad ', '')),
    groups,
  );
  const machines = new Set(runs.map(({ results: { machine } }) => `${machine.cpu}, Node ${machine.node}`));
  return `${table}\n\nMedians, on one thread of ${[...machines].join('; ')}.\n`;
}

function milliseconds({ cells }: ResultRow, name: string): string {
  const cell = cells.find(({ peer }) => peer === name);
  return cell === undefined || cell.absent !== undefined ? '' : significant(cell.ms, 2);
}
