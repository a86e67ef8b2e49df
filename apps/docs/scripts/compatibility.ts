import type { Sampling } from '@cropgrad/core/backend';
import { markdownTable } from 'markdown-table';
import type { ConformanceReport, ReportedCell } from './conformance-reports.js';
import { fold } from './fold.js';

const PRECISIONS = { f32: 'float32', f16: 'float16' };
/** So many rows stand outside of the folds. */
const WORST = 6;

/** The compatibility page below its glance: the largest errors, then all of them, what is declared, and the laws. */
export function compatibility(reports: readonly ConformanceReport[]): string {
  const rows = errorRows(reports);
  const ops = [...new Set(rows.map(({ op }) => op))];
  const laws = lawRows(reports);
  return `${[
    '## The largest errors',
    `Of ${rows.length} combinations of function, mode, padding and dimensions, these are the worst.`,
    errorTable(reports, rows.slice(0, WORST), ({ op, title }) => `\`${op}\`, ${title}`),
    ...ops.map((op) => {
      const own = rows.filter((row) => row.op === op);
      return fold(
        `${op}: ${counted(own)}`,
        errorTable(reports, own, ({ title }) => title),
      );
    }),
    '## What each declares',
    fold('Modes, paddings, dimensions, points, layouts, dtypes, arithmetic', declared(reports)),
    fold('Who ran where, in which version', reports.map(provenance).join('\n')),
    '## Laws, edges and errors',
    'Checks that concern no single combination of options: how many of them pass, of how many there are. [Errors, by code](/guide/errors) says what is refused, and how.',
    fold(`${laws.length} kinds of checks, what fails first`, lawTable(reports, laws)),
  ].join('\n\n')}\n`;
}

/** A function with a mode, a padding and a number of dimensions: what each backend's checks found, with and without alignCorners. */
interface ErrorRow {
  op: string;
  title: string;
  entries: string[];
  /** The largest error of all backends; infinite where a check fails. */
  worst: number;
}

/** From what fails, by the largest errors, to the smallest. */
function errorRows(reports: readonly ConformanceReport[]): ErrorRow[] {
  const keyOf = ({ op, mode = '', paddingMode = '', dimensions }: ReportedCell): string =>
    [op, mode, paddingMode, dimensions].join('|');
  const keys = new Set(reports.flatMap(({ cells }) => cells.map(keyOf)));
  const rows = [...keys].map((key) => {
    const [op, mode, paddingMode, dimensions] = key.split('|');
    const own = reports.map(({ cells }) => cells.filter((cell) => keyOf(cell) === key));
    return {
      op,
      title: [mode, paddingMode, `${dimensions}-D`].filter((part) => part !== '').join(', '),
      entries: own.map(entryOf),
      worst: Math.max(
        ...own.flat().map(({ status, error = 0 }) => (status === 'fail' ? Number.POSITIVE_INFINITY : error)),
      ),
    };
  });
  return rows.sort((a, b) => b.worst - a.worst);
}

/** The largest error where all pass; otherwise what is wrong. */
function entryOf(cells: readonly ReportedCell[]): string {
  if (cells.length === 0) return '';
  const not = cells.map(({ status }) => status).filter((status) => status !== 'pass');
  if (not.length > 0) return `**${not.includes('fail') ? 'fail' : not[0]}**`;
  return short(Math.max(...cells.map(({ error = 0 }) => error)));
}

function counted(rows: readonly ErrorRow[]): string {
  const failing = rows.filter(({ worst }) => worst === Number.POSITIVE_INFINITY).length;
  const largest = failing > 0 ? `${failing} fail` : `the largest error is ${short(rows[0].worst)}`;
  return `${rows.length} combinations, ${largest}`;
}

function errorTable(
  reports: readonly ConformanceReport[],
  rows: readonly ErrorRow[],
  titleOf: (row: ErrorRow) => string,
): string {
  const head = ['', ...reports.map(({ tfBackend }) => tfBackend)];
  return markdownTable([head, ...rows.map((row) => [titleOf(row), ...row.entries])], {
    align: ['l', ...reports.map(() => 'r')],
  });
}

function declared(reports: readonly ConformanceReport[]): string {
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
  ]);
}

function provenance({ package: name, version, where, runs, note, seed }: ConformanceReport): string {
  const why = note === undefined ? '' : `, as ${note}`;
  return `- ${name} ${version}, in ${where}, with random seed ${seed}: ${runs} random cases per property${why}.`;
}

/** How many of the checks of a law pass, of how many there are. */
interface Passed {
  passed: number;
  of: number;
}

/** Laws, edges and refusals are named by the first two parts of their ids; those of which some fail come first. */
function lawRows(reports: readonly ConformanceReport[]): { name: string; entries: Passed[] }[] {
  const names = new Set(reports.flatMap(({ checks }) => Object.keys(checks).flatMap(lawOf)));
  const rows = [...names].map((name) => ({ name, entries: reports.map(({ checks }) => passedOf(checks, name)) }));
  const failing = (entries: readonly Passed[]): number => entries.filter(({ passed, of }) => passed < of).length;
  return rows.sort((a, b) => failing(b.entries) - failing(a.entries));
}

function lawTable(reports: readonly ConformanceReport[], rows: ReturnType<typeof lawRows>): string {
  const head = ['', ...reports.map(({ tfBackend }) => tfBackend)];
  const inWords = ({ passed, of }: Passed): string => {
    if (of === 0) return 'not declared';
    return passed === of ? `${passed}/${of}` : `**${passed}/${of}**`;
  };
  return markdownTable([head, ...rows.map(({ name, entries }) => [`\`${name}\``, ...entries.map(inWords)])], {
    align: ['l', ...reports.map(() => 'r')],
  });
}

function lawOf(id: string): string[] {
  const [kind, name] = id.split('/');
  return ['law', 'edge', 'error'].includes(kind) ? [`${kind}/${name}`] : [];
}

function passedOf(checks: ConformanceReport['checks'], name: string): Passed {
  const own = Object.entries(checks).filter(([id]) => lawOf(id)[0] === name);
  const declared = own.filter(([, status]) => status !== 'not declared');
  return { passed: declared.filter(([, status]) => status === 'pass').length, of: declared.length };
}

function short(error: number): string {
  return error === 0 ? '0' : error.toExponential(0);
}
