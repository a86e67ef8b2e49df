import { forEachRow } from './for-each-row.js';
import type { Points } from './points/points.js';
import type { Sampling } from './sampling.js';
import type { Span } from './span.js';
import { sumPerImage } from './sum-per-image.js';
import type { CreateWay } from './ways/way.js';
import { WAYS } from './ways/ways.js';

/** The gradient of {@link forward} by the image, from dy laid out like the crops. */
export function byImage(
  dy: Float32Array,
  points: Points,
  sampling: Sampling,
  ways: readonly CreateWay[] = WAYS,
): Float32Array {
  const { image, crop, imageIndex } = sampling;
  const from: Span<Float32Array> = { values: dy, at: 0, layout: crop };
  return sumPerImage(sampling, (sums) => {
    const images = sums.map((values) => ({ values, at: 0, layout: image }));
    forEachRow(points, sampling, ways, 'scatter', (takers, { n }, cropAt) => {
      from.at = cropAt;
      for (const way of takers) way.scatter(images[imageIndex[n]], from);
    });
  });
}
