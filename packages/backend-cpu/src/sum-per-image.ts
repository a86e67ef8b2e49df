import type { Call } from './call.js';

/** What the loops that scatter add to. */
export type Sums = Float32Array | Float64Array;

/** With more outputs per pixel than this, float32 sums lose digits that matter. */
const DENSE = 16;

/**
 * The image gradient that `scatter` adds up, in the shape of the images. `scatter` gets one array per image to add to.
 * It is a part of the result; but for an image that gets very many outputs per pixel it is a float64 array, which is
 * rounded at the end, because a float32 sum of 2^24 stays the same when 1 is added. Such an array is small beside dy.
 *
 * Few outputs per pixel that all meet one pixel are added up in float32 still.
 */
export function sumPerImage({ image, crop, imageIndex }: Call, scatter: (sums: readonly Sums[]) => void): Float32Array {
  const { batch, batchStride, depth, height, width } = image;
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
