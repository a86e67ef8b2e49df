import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { CurveLine } from './curve-lines.js';

/** The image gradient's milliseconds over samples, measured and fitted, for images of several sizes; as SVG. */
export async function curveChart(lines: readonly CurveLine[]): Promise<string> {
  const values = lines.flatMap(({ place, contender, side, points, line }) =>
    points.map(({ samples, ms }) => ({
      ...{ who: `${contender}, ${place}`, side: `${side} × ${side}`, samples, ms },
      fitted: line.fixed + line.slope * samples,
    })),
  );
  const x = {
    field: 'samples',
    type: 'quantitative',
    title: 'samples of all crops',
    scale: { type: 'log', base: 2 },
  } as const;
  const y = { type: 'quantitative', title: 'milliseconds', scale: { type: 'log' } } as const;
  const color = { field: 'side', type: 'nominal', title: 'shared image', sort: null } as const;
  const spec: TopLevelSpec = {
    background: 'white',
    title: 'gradient of an image that all crops share: measured (points) and fixed + slope · samples (lines)',
    data: { values },
    facet: { column: { field: 'who', title: null, sort: null } },
    spec: {
      width: 260,
      layer: [
        { mark: { type: 'point', filled: true }, encoding: { x, y: { field: 'ms', ...y }, color } },
        { mark: { type: 'line', opacity: 0.5 }, encoding: { x, y: { field: 'fitted', ...y }, color } },
      ],
    },
  };
  return new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' }).toSVG();
}
