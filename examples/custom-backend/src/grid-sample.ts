import { OUTSIDE, tapsOf } from './taps.js';
import { type Kernel, output, values, zeros } from './tensors.js';

/** image [B,H,W,C], grid [N,h,w,2] → crops [N,h,w,C]. */
export const gridSample: Kernel<'GridSample'> = ({ inputs: { image, grid }, attrs, backend, shape }) => {
  const channels = image.shape[3];
  const pixels = values(backend, image);
  const sums = zeros(shape);
  for (const { point, pixel, weight } of tapsOf(values(backend, grid), image.shape, attrs)) {
    for (let c = 0; c < channels; c++) {
      const value = pixel === OUTSIDE ? attrs.fillValue : pixels[pixel * channels + c];
      sums[point * channels + c] += share(weight, value);
    }
  }
  return output(backend, shape, sums);
};

/** dy [N,h,w,C], grid [N,h,w,2] → dimage [B,H,W,C]. */
export const gridSampleGradImage: Kernel<'GridSampleGradImage'> = ({ inputs: { dy, grid }, attrs, backend, shape }) => {
  const channels = shape[3];
  const gradients = values(backend, dy);
  const sums = zeros(shape);
  for (const { point, pixel, weight } of tapsOf(values(backend, grid), shape, attrs)) {
    if (pixel === OUTSIDE) continue;
    for (let c = 0; c < channels; c++) {
      sums[pixel * channels + c] += share(weight, gradients[point * channels + c]);
    }
  }
  return output(backend, shape, sums);
};

/** dy [N,h,w,C], image [B,H,W,C], grid [N,h,w,2] → dgrid [N,h,w,2]. */
export const gridSampleGradGrid: Kernel<'GridSampleGradGrid'> = ({
  inputs: { dy, image, grid },
  attrs,
  backend,
  shape,
}) => {
  const channels = image.shape[3];
  const gradients = values(backend, dy);
  const pixels = values(backend, image);
  const points = values(backend, grid);
  const sums = zeros(shape);
  for (const { point, pixel, slopeX, slopeY } of tapsOf(points, image.shape, attrs)) {
    for (let c = 0; c < channels; c++) {
      const value = pixel === OUTSIDE ? attrs.fillValue : pixels[pixel * channels + c];
      const gradient = gradients[point * channels + c];
      sums[2 * point] += share(slopeX, value) * gradient;
      sums[2 * point + 1] += share(slopeY, value) * gradient;
    }
  }
  return output(backend, shape, sums);
};

/** A weight times a value. A weight of 0 gives 0, even for infinity. */
function share(weight: number, value: number): number {
  return weight === 0 ? 0 : weight * value;
}
