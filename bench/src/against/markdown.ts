import { markdownTable } from 'markdown-table';
import { significant } from '../report/significant.js';
import type { Cell, Pass } from './cells.js';
import type { Compared } from './compare.js';

const PASSES: readonly Pass[] = ['forward', 'by image', 'by points'];
/** So many are listed, and all that were measured again. */
const SLOWEST = 15;
/** Results that differ by more than this, relative to their largest number, are listed. */
const NOTABLE = 1e-5;

/** The comparison as a page: geometric means, the slowest cells, what differs, and every cell. */
export function toMarkdown(compared: readonly Compared[]): string {
  const sorted = [...compared].sort((a, b) => a.ratio.median - b.ratio.median);
  const slowest = sorted.filter(({ again }, k) => again || k < SLOWEST);
  const different = compared.filter(({ difference }) => !(difference <= NOTABLE));
  const equal = compared.filter(({ difference }) => difference === 0).length;
  return `${[
    'In each cell: how many times as fast as the other checkout (median of paired rounds; above 1 this one is faster), then milliseconds here.',
    '## Geometric means',
    meansTable(compared),
    `Of the fastest calls alone, which what else the machine does cannot make faster: ${significant(geometricMean(compared.map(({ fastest }) => fastest)), 3)}.`,
    '## The slowest cells',
    slowestTable(slowest),
    '## Results',
    `${equal} of ${compared.length} are equal in every number; ${different.length} differ by more than ${NOTABLE} of their largest number${different.length > 0 ? ':' : '.'}`,
    ...different.map(({ cell, difference }) => `- ${cell.name}: ${difference.toExponential(1)}`),
    '## Every cell',
    everyCellTable(compared),
  ].join('\n\n')}\n`;
}

/** The geometric mean of some ratios. */
export function geometricMean(ratios: readonly number[]): number {
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
}

function meansTable(compared: readonly Compared[]): string {
  const workloads = [...new Set(compared.map(({ cell }) => cell.workload.name))];
  const mean = (wanted: (cell: Cell) => boolean): string => {
    const some = compared.filter(({ cell }) => wanted(cell)).map(({ ratio }) => ratio.median);
    return some.length === 0 ? '–' : significant(geometricMean(some), 3);
  };
  const row = (title: string, wanted: (cell: Cell) => boolean): string[] => [
    title,
    ...PASSES.map((pass) => mean((cell) => wanted(cell) && cell.pass === pass)),
    `**${mean(wanted)}**`,
  ];
  const rows = workloads.map((name) => row(name, ({ workload }) => workload.name === name));
  return markdownTable([['', ...PASSES, 'all'], ...rows, row('**all**', () => true)], {
    align: ['l', 'r', 'r', 'r', 'r'],
  });
}

function slowestTable(compared: readonly Compared[]): string {
  const rows = compared.map(({ cell, ratio, fastest, again, baseMs, oursMs }) => [
    cell.name,
    ...[`**${significant(ratio.median, 3)}**`, `${significant(ratio.low, 3)} to ${significant(ratio.high, 3)}`],
    significant(fastest, 3),
    ...(again ? [`**${significant(again.ratio.median, 3)}**`, significant(again.fastest, 3)] : ['–', '–']),
    ...[significant(baseMs, 3), significant(oursMs, 3)],
  ]);
  const head = ['cell', 'ratio', 'quartiles', 'fastest', 'again', 'fastest', 'there, ms', 'here, ms'];
  return markdownTable([head, ...rows], { align: ['l', 'r', 'r', 'r', 'r', 'r', 'r', 'r'] });
}

function everyCellTable(compared: readonly Compared[]): string {
  const titleOf = ({ workload, op, mode, paddingMode }: Cell): string[] => [workload.name, op, mode, paddingMode];
  const titles = new Map(compared.map(({ cell }) => [titleOf(cell).join(), titleOf(cell)]));
  const rows = [...titles].map(([key, title]) => [
    ...title,
    ...PASSES.map((pass) => {
      const found = compared.find(({ cell }) => cell.pass === pass && titleOf(cell).join() === key);
      return found ? `**${significant(found.ratio.median, 3)} ×** ${significant(found.oursMs, 3)} ms` : '–';
    }),
  ]);
  const head = ['workload', 'op', 'mode', 'padding', ...PASSES];
  return markdownTable([head, ...rows], { align: ['l', 'l', 'l', 'l', 'r', 'r', 'r'] });
}
