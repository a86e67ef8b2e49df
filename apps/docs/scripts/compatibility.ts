import type { Sampling } from '@cropgrad/core/backend';
import { markdownTable } from 'markdown-table';
import type { ConformanceReport, ReportedCell } from './conformance-reports.js';

const COLUMNS = [
  { dimensions: 2, alignCorners: false, title: '2-D' },
  { dimensions: 2, alignCorners: true, title: '2-D align' },
  { dimensions: 3, alignCorners: false, title: '3-D' },
  { dimensions: 3, alignCorners: true, title: '3-D align' },
] as const;

const PRECISIONS = { f32: 'float32', f16: 'float16' };

/** The compatibility page below its introduction: all backends at a glance, then each in full, then laws, edges and errors. */
export function compatibility(reports: readonly ConformanceReport[]): string {
  const sections = [
    '## At a glance',
    glance(reports),
    ...reports.flatMap((report) => [`## ${report.tfBackend}`, provenance(report), ...cellTables(report.cells)]),
    '## Laws, edges and errors',
    'Checks that concern no single combination of options: how many of them pass, of how many there are. [Errors, by code](/guide/errors) says what is refused, and how.',
    lawTable(reports),
  ];
  return `${sections.join('\n\n')}\n`;
}

function glance(reports: readonly ConformanceReport[]): string {
  const row = (title: string, of: (report: ConformanceReport) => unknown): string[] => [
    title,
    ...reports.map((report) => String(of(report))),
  ];
  // Several products of what works together stand below each other, on the same lines in each row.
  const part = (title: string, of: (product: Sampling) => readonly unknown[]): string[] =>
    row(title, ({ capabilities }) => capabilities.sampling.map((product) => of(product).join(', ')).join('<br>'));
  return markdownTable([
    row('', ({ tfBackend }) => tfBackend),
    part('modes', ({ modes }) => modes),
    part('paddings', ({ paddingModes }) => paddingModes),
    part('dimensions', ({ dimensions }) => dimensions.map((d) => `${d}-D`)),
    part('points', ({ points }) => points),
    row('layouts it reads itself', ({ capabilities }) => capabilities.dataFormats.join(', ')),
    row('image dtypes it reads itself', ({ capabilities }) => capabilities.imageDtypes.join(', ')),
    row('synchronous reads', ({ capabilities }) => (capabilities.syncReads ? 'yes' : 'no')),
    row('arithmetic, at least', ({ capabilities }) => PRECISIONS[capabilities.precision]),
    row('checks passed', ({ passed }) => passed),
    row('checks failed', ({ failed }) => failed),
    row('largest error', ({ cells }) => short(Math.max(...cells.map(({ error = 0 }) => error)))),
  ]);
}

function provenance({ package: name, version, where, runs, note, seed }: ConformanceReport): string {
  const why = note === undefined ? '' : `, as ${note}`;
  return `${name} ${version}, in ${where}, with random seed ${seed}: ${runs} random cases per property${why}.`;
}

/** For each function a table with one row per mode and padding; a passing cell shows its largest error. */
function cellTables(cells: readonly ReportedCell[]): string[] {
  const ops = [...new Set(cells.map(({ op }) => op))];
  return ops.flatMap((op) => [`**\`${op}\`**`, cellTable(cells.filter((cell) => cell.op === op))]);
}

function cellTable(cells: readonly ReportedCell[]): string {
  const rows = new Map<string, string[]>();
  for (const cell of cells) {
    const options = cell.mode === undefined ? '–' : `${cell.mode}, ${cell.paddingMode}`;
    const row = rows.get(options) ?? [options, ...COLUMNS.map(() => '')];
    const column = COLUMNS.findIndex(
      ({ dimensions, alignCorners }) => dimensions === cell.dimensions && alignCorners === cell.alignCorners,
    );
    row[1 + column] = cell.status === 'pass' ? short(cell.error ?? 0) : `**${cell.status}**`;
    rows.set(options, row);
  }
  return markdownTable([['mode, padding', ...COLUMNS.map(({ title }) => title)], ...rows.values()], {
    align: ['l', 'r', 'r', 'r', 'r'],
  });
}

/** Laws, edges and refusals are named by the first two parts of their ids. */
function lawTable(reports: readonly ConformanceReport[]): string {
  const names = new Set(reports.flatMap(({ checks }) => Object.keys(checks).flatMap(lawOf)));
  return markdownTable([
    ['', ...reports.map(({ tfBackend }) => tfBackend)],
    ...[...names].map((name) => [`\`${name}\``, ...reports.map(({ checks }) => passedOf(checks, name))]),
  ]);
}

function lawOf(id: string): string[] {
  const [kind, name] = id.split('/');
  return ['law', 'edge', 'error'].includes(kind) ? [`${kind}/${name}`] : [];
}

function passedOf(checks: ConformanceReport['checks'], name: string): string {
  const own = Object.entries(checks).filter(([id]) => lawOf(id)[0] === name);
  const declared = own.filter(([, status]) => status !== 'not declared');
  const passed = declared.filter(([, status]) => status === 'pass').length;
  return declared.length === 0 ? 'not declared' : `${passed}/${declared.length}`;
}

function short(error: number): string {
  return error === 0 ? '0' : error.toExponential(0);
}
