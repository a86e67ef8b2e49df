import { MODES } from '../protocol.js';
import type { Results } from '../results.js';
import { draw, type Frame, ON_PAPER } from './draw.js';
import { logarithmic } from './logarithmic.js';

/**
 * A chart of whole operations on one thread, a part per mode with a row per peer and a point per workload, as SVG: of the
 * ratios to the baseline, or of the milliseconds where the baseline is absent.
 */
export async function ratioChart({ rows, baseline, workloads }: Results, frame: Frame = ON_PAPER): Promise<string> {
  const cells = rows
    .filter(({ layer, threads }) => layer === 'operation' && threads === 1)
    .flatMap(({ workload, mode, cells }) => cells.map((cell) => ({ workload, mode, cell })));
  const hasRatios = cells.some(({ cell }) => cell.absent === undefined && cell.ratio);
  const points = cells.flatMap(({ workload, mode, cell }) => {
    if (cell.absent !== undefined || cell.peer === baseline) return [];
    const value = hasRatios ? cell.ratio?.median : cell.ms;
    return value === undefined ? [] : [{ workload, mode, peer: cell.peer, value }];
  });
  const byWorkload = {
    field: 'workload',
    type: 'nominal',
    title: null,
    sort: workloads.map(({ name }) => name),
  } as const;
  return draw(
    {
      title: {
        text: ['Whole operations, one thread:', hasRatios ? `times as fast as ${baseline}` : 'milliseconds'],
        offset: 12,
      },
      data: { values: points },
      vconcat: MODES.map((mode) => ({
        title: mode,
        width: frame.width === 'wide' ? 480 : 140,
        height: { step: 17 },
        transform: [{ filter: { field: 'mode', equal: mode } }],
        layer: [
          ...(hasRatios ? [{ mark: { type: 'rule', color: '#888' }, encoding: { x: { datum: 1 } } } as const] : []),
          {
            mark: { type: 'point', filled: true, size: 60, opacity: 0.9 },
            encoding: {
              y: { field: 'peer', type: 'nominal', title: null, sort: null, axis: { grid: true, minExtent: 140 } },
              x: { field: 'value', title: null, ...logarithmic(points.map(({ value }) => value)) },
              color: { ...byWorkload, legend: { columns: frame.width === 'wide' ? 6 : 3 } },
              shape: byWorkload,
            },
          },
        ],
      })),
    },
    frame,
  );
}
