import type { Sweep } from '../results.js';
import { draw, type Frame, ON_PAPER } from './draw.js';
import { logarithmic } from './logarithmic.js';
import { SWEEP_TITLES } from './sweep-tables.js';

/** A chart of the sweeps, a part per kind and mode, as SVG: milliseconds over output pixels, with the fitted lines. */
export async function sweepChart(sweeps: readonly Sweep[], frame: Frame = ON_PAPER): Promise<string> {
  const points = sweeps.flatMap(({ kind, mode, peer, points, line }) =>
    points.map(({ outputs, ms }) => ({
      ...{ part: `${SWEEP_TITLES[kind]}: ${mode}`, peer, outputs, ms },
      fitted: line.fixed + line.slope * outputs,
    })),
  );
  const x = logarithmic(points.map(({ outputs }) => outputs));
  const y = logarithmic(points.flatMap(({ ms, fitted }) => [ms, fitted]));
  const encoding = {
    x: { field: 'outputs', ...x, title: 'output pixels' },
    color: { field: 'peer', type: 'nominal', title: null, sort: null },
    shape: { field: 'peer', type: 'nominal', title: null, sort: null },
  } as const;
  return draw(
    {
      title: { text: 'Whole operations, one thread: milliseconds', offset: 12 },
      data: { values: points },
      columns: frame.width === 'wide' ? 2 : 1,
      concat: [...new Set(points.map(({ part }) => part))].map((part) => ({
        title: part,
        width: 260,
        height: 180,
        transform: [{ filter: { field: 'part', equal: part } }],
        layer: [
          {
            mark: { type: 'point', filled: true, size: 40, opacity: 0.9 },
            encoding: { ...encoding, y: { field: 'ms', ...y, title: null } },
          },
          {
            mark: { type: 'line', opacity: 0.5 },
            encoding: { x: encoding.x, color: encoding.color, y: { field: 'fitted', ...y, title: null } },
          },
        ],
      })),
    },
    frame,
  );
}
