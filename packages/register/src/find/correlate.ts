import { add, conv2d, div, mul, relu, slice, sqrt, square, sub, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import type { FilterBank } from './filter-bank.js';

/**
 * How well each filter fits at each pixel of grey images [N,H,W,1], as [N,H-h+1,W-w+1,A]: the correlation of the two, -1 to 1,
 * under the bank's mask. `floor` is a variance that counts as none, so that noise on a flat ground fits nothing.
 *
 * The images' values should lie about 0: a variance is a difference of two float32 sums here.
 */
export function correlate(images: Tensor4D, { filters, mask, count }: FilterBank, floor: number): Tensor4D {
  return tidy(() => {
    const sums = conv2d(images, filters, 1, 'valid');
    const squares = conv2d(square(images), mask, 1, 'valid');
    const [n, height, width, channels] = sums.shape;
    const fits = slice(sums, [0, 0, 0, 0], [n, height, width, channels - 1]);
    const total = slice(sums, [0, 0, 0, channels - 1], [n, height, width, 1]);
    const energy = relu(sub(squares, mul(square(total), 1 / count)));
    return div(fits, sqrt(add(energy, floor * count)));
  });
}
