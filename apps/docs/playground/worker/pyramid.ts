import { crop } from '@cropgrad/core';
import { type Tensor4D, tidy } from '@tensorflow/tfjs-core';

/** A box around the whole image, whatever its size. */
const WHOLE = [[-1, -1, 1, 1]];

/**
 * An image [1,H,W,C] halved so many times, averaging 2 × 2 pixels each time (an odd size rounds up): a tensor of its own.
 * Cropping the whole image to half its size does just that, as each sample falls between four pixels.
 */
export function halve(image: Tensor4D, times: number): Tensor4D {
  return tidy(() => {
    let halved = image.clone();
    for (let i = 0; i < times; i++) {
      const [, height, width] = halved.shape;
      halved = crop(halved, WHOLE, [Math.ceil(height / 2), Math.ceil(width / 2)]);
    }
    return halved;
  });
}
