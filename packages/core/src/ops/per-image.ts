import { sum, type Tensor, tile } from '@tensorflow/tfjs-core';
import { requireRoom } from '../backend/room.js';
import { linear } from './linear.js';

/**
 * Repeats a single box, theta or grid for several images, unless `imageIndex` says which image it reads. Its gradient is
 * the sum over the images. Kernels see one for each crop.
 */
export function perImage(op: string, x: Tensor, images: number, imageIndex: unknown): Tensor {
  if (x.shape[0] !== 1 || images < 2 || imageIndex !== undefined) return x;
  requireRoom(op, [images, ...x.shape.slice(1)]);
  const repeats = [images, ...x.shape.slice(1).map(() => 1)];
  return linear(
    x,
    (one) => tile(one, repeats),
    (dy) => sum(dy, 0, true),
  );
}
