import { markdownTable } from 'markdown-table';
import type { Sweep } from '../results.js';
import { significant } from './significant.js';

/** What grows in a sweep. */
export const SWEEP_TITLES: Readonly<Record<Sweep['kind'], string>> = {
  size: 'one crop of growing size',
  boxes: 'a growing number of crops of one size',
};

/** How the time grows with the output: a line for each peer, and how well it fits. */
export function sweepTables(sweeps: readonly Sweep[]): string {
  const worst = Math.max(...sweeps.map(({ line }) => line.worst));
  const kinds = [...new Set(sweeps.map(({ kind }) => kind))];
  return [
    `Whole operations on one thread, of one image. Points are measured. A line is the fixed cost of a call plus a cost per output pixel, fitted to all points of a curve by least squares of relative errors. The fit is rough: the worst point is ${percent(worst)} off its line. So the two costs are only a guide.`,
    ...kinds.flatMap((kind) => {
      const own = sweeps.filter((sweep) => sweep.kind === kind);
      const outputs = own.flatMap(({ points }) => points.map((point) => point.outputs));
      return [
        `**${kind}**: ${SWEEP_TITLES[kind]}, ${Math.min(...outputs)} to ${Math.max(...outputs)} output pixels`,
        sweepTable(own),
      ];
    }),
  ].join('\n\n');
}

function sweepTable(sweeps: readonly Sweep[]): string {
  return markdownTable(
    [
      ['mode', 'peer', 'fixed cost of a call', 'per output pixel', 'worst point off the line'],
      ...sweeps.map(({ mode, peer, line: { fixed, slope, worst } }) => [
        mode,
        peer,
        `${significant(fixed * 1e3, 3)} µs`,
        `${significant(slope * 1e6, 3)} ns`,
        percent(worst),
      ]),
    ],
    { align: ['l', 'l', 'r', 'r', 'r'] },
  );
}

function percent(part: number): string {
  return `${(part * 100).toFixed(0)} %`;
}
