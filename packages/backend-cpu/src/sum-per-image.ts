import type { ImageGradientAttrs } from '@cropgrad/core';
import { type Layout, layoutOf } from './layout.js';

/** What the loops that scatter add to. */
export type Sums = Float32Array | Float64Array;

/** With more outputs per pixel than this, float32 sums lose digits that matter. */
const DENSE = 16;

/**
 * Lets `scatter` add up an image gradient, and gives it. `scatter` gets what each image's gradient is added up in, from
 * its first pixel on: a part of the result; or a float64 array, which is rounded at the end, for an image that gets very
 * many outputs per pixel of all crops laid out like `crop`. A float32 sum that has reached 2^24 would not notice another 1.
 * Such an array is small beside dy.
 */
export function sumPerImage(
  { imageShape, dataFormat, imageIndex }: ImageGradientAttrs,
  crop: Layout,
  scatter: (sums: readonly Sums[]) => void,
): Float32Array {
  const { batch, batchStride, depth, height, width } = layoutOf(imageShape, dataFormat);
  const dimage = new Float32Array(batch * batchStride);
  const crops = new Int32Array(batch);
  for (const n of imageIndex) crops[n]++;
  const outputs = crop.depth * crop.height * crop.width;
  const sums = Array.from(crops, (count, n) =>
    count * outputs > DENSE * depth * height * width
      ? new Float64Array(batchStride)
      : dimage.subarray(n * batchStride, (n + 1) * batchStride),
  );
  scatter(sums);
  sums.forEach((sum, n) => {
    if (sum instanceof Float64Array) dimage.set(sum, n * batchStride);
  });
  return dimage;
}
