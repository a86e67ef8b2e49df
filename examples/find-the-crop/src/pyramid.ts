import { crop } from '@cropgrad/core';
import type * as tf from '@tensorflow/tfjs';

/** A box around the whole image, whatever its size. */
const WHOLE = [[-1, -1, 1, 1]];

/**
 * Halves an image [1,H,W,C] several times, averaging 2 × 2 pixels each time
 * (an odd size rounds up).
 *
 * Cropping the whole image to half its size does this: each sample falls between
 * four pixels. Boxes are normalised, so the same box is the same patch at every size.
 */
export function halve(image: tf.Tensor4D, times: number): tf.Tensor4D {
  let halved = image;
  for (let i = 0; i < times; i++) {
    const [, height, width] = halved.shape;
    halved = crop(halved, WHOLE, [Math.ceil(height / 2), Math.ceil(width / 2)]);
  }
  return halved;
}

/** Blurs an image [1,H,W,C]: halves it several times, and enlarges it again. */
export function soften(image: tf.Tensor4D, halvings: number): tf.Tensor4D {
  const [, height, width] = image.shape;
  return crop(halve(image, halvings), WHOLE, [height, width], { paddingMode: 'border' });
}
