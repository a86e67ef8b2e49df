import { significant } from '../report/significant.js';
import { median } from '../statistics.js';
import type { SweepResults, SweptCell } from './results.js';

const WORST = 15;
const times = (ratio: number): string => `${significant(ratio, 3)} ×`;

/** The sweep in a few lines: how many cells are slower than PyTorch, the median, and the worst cells. */
export function summary({ cells, backend }: SweepResults): string[] {
  return [
    `${inShort(cells, ({ ours }) => ours.ratio.median)}: ${backend}, times as fast as PyTorch`,
    ...beside(cells),
    ...wrapLine(cells),
    'The worst:',
    ...slowestFirst(cells)
      .slice(0, WORST)
      .map(({ name, ours, baselineMs }) => {
        const ms = `${significant(ours.ms, 3)} ms, PyTorch ${significant(baselineMs, 3)} ms`;
        return `${times(ours.ratio.median)} ${name} (${ms})`;
      }),
  ];
}

/** From the slowest beside PyTorch to the fastest. */
export function slowestFirst(cells: readonly SweptCell[]): SweptCell[] {
  return [...cells].sort((a, b) => a.ours.ratio.median - b.ours.ratio.median);
}

/** How many of some ratios are below 1, and their median. */
export function inShort<T>(items: readonly T[], ratioOf: (item: T) => number): string {
  const ratios = items.map(ratioOf);
  return `${ratios.filter((ratio) => ratio < 1).length} of ${ratios.length} below 1, median ${times(median(ratios))}`;
}

function beside(cells: readonly SweptCell[]): string[] {
  const both = cells.flatMap(({ base }) => (base ? [base] : []));
  if (both.length === 0) return [];
  return [
    `${inShort(both, ({ ratio }) => ratio.median)}: the other checkout`,
    `${inShort(both, ({ faster }) => faster.median)}: times as fast as the other checkout`,
  ];
}

function wrapLine(cells: readonly SweptCell[]): string[] {
  const wraps = cells.flatMap(({ name, wrap }) => (wrap ? [{ name, ratio: wrap.median }] : []));
  if (wraps.length === 0) return [];
  const worst = wraps.reduce((a, b) => (a.ratio < b.ratio ? a : b));
  const line = inShort(wraps, ({ ratio }) => ratio);
  return [`${line}: wrap, times as fast as our zeros; the worst is ${times(worst.ratio)} ${worst.name}`];
}
