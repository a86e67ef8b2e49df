import { markdownTable } from 'markdown-table';
import { median } from '../statistics.js';
import type { CaseSet } from './cases.js';
import type { Measured } from './measure-set.js';

/** One set, summed up. */
export interface Row {
  set: CaseSet;
  count: number;
  /** How many thumbnails were drawn again, because they showed next to nothing. */
  redrawn: number;
  /** Shares of 1, of all thumbnails, found or not. */
  iou97: number;
  iou90: number;
  found: number;
  /** Found, and the IoU is not above 0.9. */
  foundWrong: number;
  reasons: Record<string, number>;
  cpuMs: number;
  peers: { [name in 'matchTemplate' | 'orb']: { iou97: number; iou90: number; cpuMs: number } } | null;
  /** Those that were found wrongly, or not well. */
  missed: Measured[];
}

/** Sums up what {@link measureSet} gave. */
export function rowOf(set: CaseSet, measured: readonly Measured[], redrawn: number): Row {
  const share = (passes: (one: Measured) => boolean): number => measured.filter(passes).length / measured.length;
  const reasons: Record<string, number> = {};
  for (const { reason } of measured) if (reason !== null) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const peer = (name: 'matchTemplate' | 'orb'): { iou97: number; iou90: number; cpuMs: number } => ({
    iou97: share(({ peers }) => (peers?.[name].iou ?? 0) > 0.97),
    iou90: share(({ peers }) => (peers?.[name].iou ?? 0) > 0.9),
    cpuMs: median(measured.map(({ peers }) => peers?.[name].ms ?? 0)),
  });
  return {
    set,
    count: measured.length,
    redrawn,
    iou97: share(({ iou }) => iou > 0.97),
    iou90: share(({ iou }) => iou > 0.9),
    found: measured.filter(({ found }) => found).length,
    foundWrong: measured.filter(({ found, iou }) => found && iou <= 0.9).length,
    reasons,
    cpuMs: median(measured.map(({ cpuMs }) => cpuMs)),
    peers: measured.every(({ peers }) => peers !== null)
      ? { matchTemplate: peer('matchTemplate'), orb: peer('orb') }
      : null,
    missed: measured.filter(({ found, iou }) => (set.wrongPhoto ? found : !found || iou <= 0.97)),
  };
}

/** The table of all sets. */
export function tableOf(rows: readonly Row[]): string {
  const percent = (share: number): string => `${Number((100 * share).toFixed(1))} %`;
  const both = (one: { iou97: number; iou90: number } | undefined): string =>
    one ? `${percent(one.iou97)}, ${percent(one.iou90)}` : '–';
  return markdownTable(
    [
      ['thumbnails', 'IoU > 0.97, > 0.9', 'found', 'found and wrong', 'CPU time', 'matchTemplate', 'ORB + RANSAC'],
      ...rows.map((row) => [
        `${row.count} ${row.set.name}`,
        row.set.wrongPhoto ? '–' : both(row),
        String(row.found),
        String(row.foundWrong),
        `${Math.round(row.cpuMs)} ms`,
        both(row.peers?.matchTemplate),
        both(row.peers?.orb),
      ]),
    ],
    { align: ['l', 'r', 'r', 'r', 'r', 'r', 'r'] },
  );
}
