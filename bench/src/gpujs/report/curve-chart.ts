import { draw, type Frame, ON_PAPER } from '../../report/draw.js';
import { logarithmic } from '../../report/logarithmic.js';
import type { CurveLine } from './curve-lines.js';

/** The image gradient's milliseconds over samples, measured and fitted, for images of several sizes; as SVG. */
export async function curveChart(lines: readonly CurveLine[], frame: Frame = ON_PAPER): Promise<string> {
  const points = lines.flatMap(({ place, contender, side, points, line }) =>
    points.map(({ samples, ms }) => ({
      ...{ who: `${contender}, ${place}`, side: `${side} × ${side}`, samples, ms },
      fitted: line.fixed + line.slope * samples,
    })),
  );
  const x = { field: 'samples', ...logarithmic(points.map(({ samples }) => samples)), title: 'samples of all crops' };
  const y = { ...logarithmic(points.flatMap(({ ms, fitted }) => [ms, fitted])), title: null };
  const side = { field: 'side', type: 'nominal', title: 'shared image', sort: null } as const;
  return draw(
    {
      title: { text: ['Gradient of an image', 'that all crops share: milliseconds'], offset: 12 },
      data: { values: points },
      columns: frame.width === 'wide' ? 2 : 1,
      concat: [...new Set(points.map(({ who }) => who))].map((who) => ({
        title: who,
        width: 260,
        height: 180,
        transform: [{ filter: { field: 'who', equal: who } }],
        layer: [
          {
            mark: { type: 'point', filled: true, size: 40, opacity: 0.9 },
            encoding: { x, y: { field: 'ms', ...y }, color: side, shape: side },
          },
          { mark: { type: 'line', opacity: 0.5 }, encoding: { x, y: { field: 'fitted', ...y }, color: side } },
        ],
      })),
    },
    frame,
  );
}
