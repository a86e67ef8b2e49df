import { reshape, sum, type Tensor, tile } from '@tensorflow/tfjs-core';
import { requireRoom } from '../backend/room.js';
import { linear } from './linear.js';

/**
 * Repeats a single box, theta or grid for several images, unless `imageIndex` says which image it reads. Its gradient is
 * the sum over the images. Kernels see one for each crop.
 */
export function perImage(op: string, x: Tensor, images: number, imageIndex: unknown): Tensor {
  if (x.shape[0] !== 1 || images < 2 || imageIndex !== undefined) return x;
  const shape = [images, ...x.shape.slice(1)];
  requireRoom(op, shape);
  return linear(
    x,
    // As two axes: tfjs's webgpu reads a tensor back to tile more than four.
    (one) => reshape(tile(reshape(one, [1, one.size]), [images, 1]), shape),
    (dy) => sum(dy, 0, true),
  );
}
