import type { Call } from './call.js';
import { forEachRow } from './for-each-row.js';
import { type ImageArray, sizeOf } from './layout.js';
import type { PointSource } from './points/point-source.js';
import type { Span } from './span.js';
import type { CreateWay } from './ways/way.js';
import { WAYS } from './ways/ways.js';

/** The crops: the values of an image at the points. A mode that picks single pixels keeps the number type of the image. */
export function forward<I extends ImageArray>(
  image: I,
  points: PointSource,
  call: Call,
  ways: readonly CreateWay[] = WAYS,
): I | Float32Array {
  const { fillValue, imageIndex } = call;
  const values = call.mode.support === 1 ? arrayLike(image, sizeOf(call.crop)) : new Float32Array(sizeOf(call.crop));
  const crop: Span<ImageArray> = { values, at: 0, layout: call.crop };
  // Points that read nothing of the image may be left out.
  if (fillValue !== 0) values.fill(fillValue);
  const from: Span<ImageArray> = { values: image, at: 0, layout: call.image };
  forEachRow(points, call, ways, 'gather', (takers, { n }, cropAt) => {
    crop.at = cropAt;
    from.at = imageIndex[n] * call.image.batchStride;
    for (const way of takers) way.gather(crop, from);
  });
  return values;
}

function arrayLike<I extends ImageArray>(array: I, length: number): I {
  return new (array.constructor as new (length: number) => I)(length);
}
