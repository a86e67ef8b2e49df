import { markdownTable } from 'markdown-table';
import { type Layer, MODES } from '../protocol.js';
import type { Cell, ResultRow, Results } from '../results.js';
import { significant } from './significant.js';

/** How to read {@link timeTables}. */
export function timeTablesLegend({ baseline, pace }: Results): string {
  return `In each cell: how many times as fast as ${baseline} (the median of ${pace.rounds} paired rounds; higher is better), then the median milliseconds. Peers without a number are not shown. [What is absent, and why](#what-is-absent-and-why) has the reasons for them, and for each –.`;
}

/** The times of a layer: for each workload a table with one row per peer and one column per mode. */
export function timeTables({ rows, peers, workloads }: Results, layer: Layer, threads: number): string {
  const shown = rows.filter((row) => row.layer === layer && row.threads === threads);
  const measured = peers.filter(({ name }) => shown.some((row) => timeOf(row, name)));
  const tables = workloads.flatMap(({ name, title }) => {
    const own = shown.filter(({ workload }) => workload === name);
    return own.length > 0 ? [`**${name}**: ${title}`, workloadTable(own, measured)] : [];
  });
  const single = measured.filter(({ threaded }) => !threaded).map(({ name }) => name);
  const note = threads > 1 ? [`These always use one thread: ${single.join('; ')}.`] : [];
  return [...tables, ...note].join('\n\n');
}

function workloadTable(rows: readonly ResultRow[], peers: Results['peers']): string {
  const modes = MODES.filter((mode) => rows.some((row) => row.mode === mode));
  const entries = peers
    .filter(({ name }) => rows.some((row) => timeOf(row, name)))
    .map(({ name }) => [
      name,
      ...modes.map((mode) =>
        cellText(
          rows.find((row) => row.mode === mode),
          name,
        ),
      ),
    ]);
  return markdownTable([['', ...modes], ...entries], { align: ['l', ...modes.map(() => 'r')] });
}

function timeOf({ cells }: ResultRow, name: string): Extract<Cell, { ms: number }> | undefined {
  const cell = cells.find(({ peer }) => peer === name);
  return cell?.absent === undefined ? cell : undefined;
}

function cellText(row: ResultRow | undefined, name: string): string {
  const cell = row && timeOf(row, name);
  if (!cell) return '–';
  const ms = `${significant(cell.ms, 3)} ms`;
  return cell.ratio ? `**${significant(cell.ratio.median, 2)} ×** ${ms}` : ms;
}
