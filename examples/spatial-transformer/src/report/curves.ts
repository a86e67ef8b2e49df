import { draw, ON_PAPER } from '../../../../bench/src/report/draw.js';
import { SET_NAMES } from '../distorted-set.js';
import { NET_NAMES } from '../nets.js';
import type { RunResult } from '../results.js';

/** Wrong answers on the validation part over the steps, a line for each net and its range over the seeds, as SVG. */
export async function curves(results: readonly RunResult[]): Promise<string> {
  const points = results.flatMap(({ set, net, curve }) =>
    curve.map(({ step, validationError }) => ({ set, net, step, wrong: 100 * validationError })),
  );
  const x = { field: 'step', type: 'quantitative', title: 'steps' } as const;
  const color = { field: 'net', type: 'nominal', title: null, sort: [...NET_NAMES] } as const;
  // Halving the errors is as high a step everywhere.
  const scale = { type: 'log', domainMax: 100 } as const;
  return draw(
    {
      title: {
        text: ['Wrong answers on the validation part, in %', 'Mean over the seeds, and their range'],
        offset: 12,
      },
      data: { values: points },
      hconcat: SET_NAMES.map((set) => ({
        title: set,
        width: 300,
        height: 260,
        transform: [{ filter: { field: 'set', equal: set } }],
        layer: [
          {
            mark: { type: 'area', opacity: 0.25 },
            encoding: {
              x,
              y: { aggregate: 'min', field: 'wrong', type: 'quantitative', title: null, scale },
              y2: { aggregate: 'max', field: 'wrong' },
              color,
            },
          },
          {
            mark: { type: 'line' },
            encoding: { x, y: { aggregate: 'mean', field: 'wrong', type: 'quantitative', title: null, scale }, color },
          },
        ],
      })),
    },
    ON_PAPER,
  );
}
