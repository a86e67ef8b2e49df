import { markdownTable } from 'markdown-table';
import { againInWords } from '../again.js';
import { groupBy } from '../group-by.js';
import { machineLine } from '../report/machine-line.js';
import { significant } from '../report/significant.js';
import { median } from '../statistics.js';
import type { SweepResults, SweptCell } from './results.js';
import { inShort, slowestFirst } from './summary.js';

/** So many cells are shown as the worst. */
export const WORST = 20;

/** The sweep as a page. */
export function toMarkdown(results: SweepResults): string {
  return `${[
    '# Every mode beside PyTorch',
    sweepLine(results),
    '![Times as fast as PyTorch, in every cell](heat-map.svg)',
    sweepSections(results),
  ].join('\n\n')}\n`;
}

/** In how many cells this is slower than PyTorch, and on what it was measured. */
export function sweepLine({ cells, backend, machine, versions, seed, rounds, again }: SweepResults): string {
  const torch = Object.entries(versions).map((version) => version.join(' '));
  const second = again ? ` Swept a second time, ${againInWords(again)}.` : '';
  return `**backend-${backend}: ${inShort(cells, ratioOf)}.** The numbers say how many times as fast kernels are as PyTorch's (${torch}), on one thread, with PyTorch in its faster layout. Each is the median of ${rounds} paired rounds. ${machineLine(machine, seed)}${second}`;
}

/** The worst cells, and each op and mode in a line. */
export function sweepSections(results: SweepResults): string {
  const { cells } = results;
  return [
    '## The worst cells',
    worstTable(slowestFirst(cells).slice(0, WORST)),
    '## By op, mode and padding',
    'For each group: how many of its cells are below 1, their median, and the least.',
    optionTable(cells),
    ...withBase(cells),
    ...withWrap(cells),
  ].join('\n\n');
}

const ratioOf = ({ ours }: SweptCell): number => ours.ratio.median;

/** Cells one by one, each with its times. */
export function worstTable(cells: readonly SweptCell[]): string {
  const rows = cells.map(({ name, ours: { ratio, ms }, baselineMs, baselineLayout }) => [
    name,
    `**${significant(ratio.median, 2)}**`,
    `${significant(ratio.low, 2)} to ${significant(ratio.high, 2)}`,
    significant(ms, 3),
    `${significant(baselineMs, 3)} ${baselineLayout}`,
  ]);
  return markdownTable([['cell', 'ratio', 'quartiles', 'ms', 'PyTorch, ms'], ...rows], {
    align: ['l', 'r', 'r', 'r', 'r'],
  });
}

/** A line per mode, padding and number of dimensions, a column per op. */
export function optionTable(cells: readonly SweptCell[]): string {
  const ops = [...new Set(cells.map(({ op }) => op))];
  const rows = [...groupBy(cells, ({ mode, paddingMode, dimensions }) => `${dimensions}-D ${mode}, ${paddingMode}`)];
  return markdownTable(
    [
      ['', ...ops],
      ...rows.map(([title, own]) => [title, ...ops.map((op) => counted(own.filter((cell) => cell.op === op)))]),
      ['**all**', ...ops.map((op) => counted(cells.filter((cell) => cell.op === op)))],
    ],
    { align: ['l', ...ops.map(() => 'r')] },
  );
}

function counted(cells: readonly SweptCell[]): string {
  if (cells.length === 0) return '–';
  const ratios = cells.map(ratioOf);
  const below = ratios.filter((ratio) => ratio < 1).length;
  return `${below} of ${ratios.length}, **${significant(median(ratios), 2)}**, ${significant(Math.min(...ratios), 2)}`;
}

function withBase(cells: readonly SweptCell[]): string[] {
  const both = cells.flatMap(({ base }) => (base ? [base] : []));
  if (both.length === 0) return [];
  const before = inShort(both, ({ ratio }) => ratio.median);
  const faster = inShort(both, (base) => base.faster.median);
  return [
    '## Before',
    `The checkout before the change, in the same rounds: ${before}. This checkout, as many times as fast as that one: ${faster}.`,
  ];
}

/** How wrap, which PyTorch lacks, does beside our own zeros; nothing where it was not timed. */
export function withWrap(cells: readonly SweptCell[]): string[] {
  const wraps = cells.flatMap(({ wrap }) => (wrap ? [wrap.median] : []));
  if (wraps.length === 0) return [];
  const [middle, least] = [median(wraps), Math.min(...wraps)].map((ratio) => significant(ratio, 2));
  return [
    '## Wrap',
    `PyTorch has no such padding. Our wrap is ${middle} times as fast as our zeros (the median of ${wraps.length} cells), and at the least ${least} times.`,
  ];
}
