import { div, reshape, sum, type Tensor, type Tensor4D, tile } from '@tensorflow/tfjs-core';
import { linear } from './linear.js';

/**
 * The mean of each cell of [sy,sx] pixels: [N,h·sy,w·sx,C] gives [N,h,w,C]. The mean of equal numbers is that number.
 * Differentiable any number of times.
 */
export function meanOfCells(x: Tensor4D, [sy, sx]: readonly [number, number]): Tensor4D {
  const [n, height, width, channels] = x.shape;
  const [h, w] = [height / sy, width / sx];
  const mean = (pixels: Tensor): Tensor4D => {
    const byRows = sum(reshape(pixels, [n * h, sy, width * channels]), 1);
    const byColumns = sum(reshape(byRows, [n * h * w, sx, channels]), 1);
    return reshape(div(byColumns, sy * sx), [n, h, w, channels]);
  };
  const spread = (dy: Tensor): Tensor => {
    const alongRows = tile(reshape(div(dy, sy * sx), [n * h * w, 1, channels]), [1, sx, 1]);
    return reshape(tile(reshape(alongRows, [n * h, 1, width * channels]), [1, sy, 1]), x.shape);
  };
  return linear<Tensor4D>(x, mean, spread);
}
