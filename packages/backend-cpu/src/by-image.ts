import type { Call } from './call.js';
import { forEachRow } from './for-each-row.js';
import type { PointSource } from './points/point-source.js';
import type { Span } from './span.js';
import { sumPerImage } from './sum-per-image.js';
import type { CreateWay } from './ways/way.js';
import { WAYS } from './ways/ways.js';

/** The gradient of {@link forward} by the image, from dy laid out like the crops. */
export function byImage(
  dy: Float32Array,
  points: PointSource,
  call: Call,
  ways: readonly CreateWay[] = WAYS,
): Float32Array {
  const { image, crop, imageIndex } = call;
  const from: Span<Float32Array> = { values: dy, at: 0, layout: crop };
  return sumPerImage(call, (sums) => {
    const images = sums.map((values) => ({ values, at: 0, layout: image }));
    forEachRow(points, call, ways, 'scatter', (takers, { n }, cropAt) => {
      from.at = cropAt;
      for (const way of takers) way.scatter(images[imageIndex[n]], from);
    });
  });
}
