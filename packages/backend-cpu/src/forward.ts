import type { Call } from './call.js';
import { forEachRow } from './for-each-row.js';
import { type ImageArray, sizeOf } from './layout.js';
import type { PointSource } from './points/point-source.js';
import type { Span } from './span.js';
import type { CreateWay } from './ways/way.js';
import { WAYS } from './ways/ways.js';

/** The crops: what an image is at the points. */
export function forward(
  image: ImageArray,
  points: PointSource,
  call: Call,
  ways: readonly CreateWay[] = WAYS,
): Float32Array {
  const { fillValue, imageIndex } = call;
  const crop: Span<Float32Array> = { values: new Float32Array(sizeOf(call.crop)), at: 0, layout: call.crop };
  // Points that read nothing of the image may be left out.
  if (fillValue !== 0) crop.values.fill(fillValue);
  const from: Span<ImageArray> = { values: image, at: 0, layout: call.image };
  forEachRow(points, call, ways, 'gather', (takers, { n }, cropAt) => {
    crop.at = cropAt;
    from.at = imageIndex[n] * call.image.batchStride;
    for (const way of takers) way.gather(crop, from);
  });
  return crop.values;
}
