import { significant } from '../../../bench/src/report/significant.js';
import type { ResultRow, Results } from '../../../bench/src/results.js';
import { NO_RESULTS } from './benchmarks.js';
import { timesTable } from './times-table.js';
import { workloadWords } from './workload-words.js';

/** What each backend of ours takes for whole operations, one thread, as a table. */
export function backendTimes(results: Results | undefined): string {
  const rows = results?.rows.filter(({ layer, threads }) => layer === 'operation' && threads === 1) ?? [];
  if (!results || rows.length === 0) return `${NO_RESULTS}\n`;
  const { machine, workloads } = results;
  const peers = results.peers.map(({ name }) => name).filter((name) => /^cropgrad \w+$/.test(name));
  const groups = workloads.map((workload) => ({
    title: workloadWords(workload),
    rows: rows
      .filter((row) => row.workload === workload.name)
      .map((row) => ({ name: row.mode, times: peers.map((peer) => milliseconds(row, peer)) })),
  }));
  const table = timesTable(
    peers.map((name) => name.replace('cropgrad ', '')),
    groups,
  );
  return `${table}\n\nMedians, on one thread of ${machine.cpu}, Node ${machine.node}.\n`;
}

function milliseconds({ cells }: ResultRow, name: string): string {
  const cell = cells.find(({ peer }) => peer === name);
  return cell === undefined || cell.absent !== undefined ? '' : significant(cell.ms, 2);
}
