import type { Call } from './call.js';
import { forEachRow } from './for-each-row.js';
import type { ImageArray } from './layout.js';
import type { PointSource } from './points/point-source.js';
import type { Span } from './span.js';
import type { CreateWay } from './ways/way.js';
import { WAYS } from './ways/ways.js';

/** The gradient of {@link forward} by what the points come from, a grid or thetas; dy is laid out like the crops. */
export function byPoints(
  dy: Float32Array,
  image: ImageArray,
  points: PointSource,
  call: Call,
  ways: readonly CreateWay[] = WAYS,
): Float32Array {
  const { crop, dimensions, antialias, imageIndex } = call;
  const gradient = new Float64Array(crop.width * dimensions * (antialias ? 2 : 1));
  const sum = points.startGradient();
  const along: Span<Float32Array> = { values: dy, at: 0, layout: crop };
  const from: Span<ImageArray> = { values: image, at: 0, layout: call.image };
  forEachRow(points, call, ways, 'slope', (takers, row, cropAt) => {
    along.at = cropAt;
    from.at = imageIndex[row.n] * call.image.batchStride;
    gradient.fill(0);
    for (const way of takers) way.slope(gradient, along, from);
    sum.add(row, gradient);
  });
  return sum.total();
}
