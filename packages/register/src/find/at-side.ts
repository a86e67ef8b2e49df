import type { Tensor4D } from '@tensorflow/tfjs-core';
import { resized } from './resized.js';

/** [h,w] of an image that is shrunk, but never enlarged, until the root of its area is `side`, in whole pixels. */
export function sizeAtSide([height, width]: readonly number[], side: number): [height: number, width: number] {
  const factor = Math.min(1, side / Math.sqrt(height * width));
  return [Math.max(1, Math.round(height * factor)), Math.max(1, Math.round(width * factor))];
}

/** An image [1,H,W,1], shrunk as {@link sizeAtSide} says, antialiased. */
export function atSide(image: Tensor4D, side: number): Tensor4D {
  const [, height, width] = image.shape;
  return resized(image, sizeAtSide([height, width], side));
}
