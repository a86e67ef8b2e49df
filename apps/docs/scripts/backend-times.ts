import { markdownTable } from 'markdown-table';
import type { ResultRow, Results } from '../../../bench/src/results.js';
import { NO_RESULTS } from './benchmarks.js';

/** What each backend of ours takes for whole operations, one thread, as a table; from the newest run. */
export function backendTimes(results: Results | undefined): string {
  if (!results) return `${NO_RESULTS}\n`;
  const rows = results.rows.filter(({ layer, threads }) => layer === 'operation' && threads === 1);
  const peers = results.peers.map(({ name }) => name).filter((name) => /^cropgrad \w+$/.test(name));
  const titles = new Map(results.workloads.map(({ name, title }) => [name, title]));
  const table = markdownTable(
    [
      ['what', 'with', ...peers],
      ...rows.map((row) => [titles.get(row.workload), row.mode, ...peers.map((peer) => milliseconds(row, peer))]),
    ],
    { align: ['l', 'l', ...peers.map(() => 'r')] },
  );
  const { cpu, node } = results.machine;
  return `${table}\n\nOn ${cpu}, Node ${node}, one thread: medians. More in [Benchmarks](../benchmarks).\n`;
}

function milliseconds({ cells }: ResultRow, name: string): string {
  const cell = cells.find(({ peer }) => peer === name);
  return cell === undefined || cell.absent !== undefined ? '' : `${Number(cell.ms.toPrecision(2))} ms`;
}
