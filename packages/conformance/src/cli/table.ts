import { aligned } from './aligned.js';
import { type Report, type ReportedCell, worstOf } from './report.js';

const COLUMNS = [
  { dimensions: 2, alignCorners: false, title: '2-D' },
  { dimensions: 2, alignCorners: true, title: '2-D align' },
  { dimensions: 3, alignCorners: false, title: '3-D' },
  { dimensions: 3, alignCorners: true, title: '3-D align' },
] as const;

/** A report for people: the compatibility table, how the laws and edges went, and every failure in full. */
export function formatReport(report: Report): string {
  const { tfBackend, runs, seed, passed, failed, checks } = report;
  const worst = worstOf(checks);
  const failures = checks.flatMap(({ id, failure }) => (failure === undefined ? [] : [`✗ ${id}\n\n${failure}\n`]));
  return [
    `cropgrad conformance of the backend for '${tfBackend}' (${runs} random cases per property, seed ${seed})`,
    '',
    aligned(optionRows(report.cells)),
    '',
    aligned(otherRows(report)),
    '',
    ...(worst ? [`worst error ${worst.error.toExponential(1)} in ${worst.where}`, ''] : []),
    ...failures,
    `${passed} checks passed, ${failed} failed`,
  ].join('\n');
}

/** One row per function, mode and padding, one column per dimensions and alignCorners; passes show the worst error. */
function optionRows(cells: readonly ReportedCell[]): string[][] {
  const rows = new Map<string, string[]>();
  for (const cell of cells) {
    const { op, mode = '', paddingMode = '' } = cell;
    const name = [op, mode, paddingMode].join(' ');
    const row = rows.get(name) ?? [op, mode, paddingMode, ...COLUMNS.map(() => '')];
    const column = COLUMNS.findIndex(
      ({ dimensions, alignCorners }) => dimensions === cell.dimensions && alignCorners === cell.alignCorners,
    );
    row[3 + column] = cell.status === 'pass' && cell.worst ? `pass ${cell.worst.error.toExponential(0)}` : cell.status;
    rows.set(name, row);
  }
  return [['function', 'mode', 'padding', ...COLUMNS.map(({ title }) => title)], ...rows.values()];
}

/** One row per kind of law or edge: how many of its checks passed. */
function otherRows({ checks }: Report): string[][] {
  const rows = new Map<string, { passed: number; failed: number; skipped: number }>();
  for (const { id, kind, status } of checks) {
    if (kind !== 'law' && kind !== 'edge' && !id.startsWith('central-difference')) continue;
    const name = id
      .split('/')
      .slice(0, id.startsWith('law') || id.startsWith('edge') ? 2 : 1)
      .join('/');
    const row = rows.get(name) ?? { passed: 0, failed: 0, skipped: 0 };
    if (status === 'pass') row.passed++;
    else if (status === 'fail') row.failed++;
    else row.skipped++;
    rows.set(name, row);
  }
  const counts = [...rows].map(([name, { passed, failed, skipped }]) => [
    name,
    ...[passed, failed, skipped].map(String),
  ]);
  return [['law or edge', 'pass', 'fail', 'not declared'], ...counts];
}
