import type { Tensor } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import { readTensor, requireTrailingShape } from './tensor-input.js';

/** Reads a grid of as many dimensions as the image, or a list of points. */
export function readGrid(op: string, name: string, grid: unknown, image: Tensor): Tensor {
  const dimensions = image.rank === 4 ? 2 : 3;
  const read = readTensor(op, name, grid, {
    ranks: [3, 4, 5],
    dtypes: ['float32'],
    shape: dimensions === 2 ? '[N,h,w,2] or [N,P,2]' : '[N,d,h,w,3] or [N,P,3]',
    next: () =>
      dimensions === 2
        ? 'Wrap the points of a single crop: [[[[x, y]]]]; for no crops, pass tf.zeros([0, h, w, 2])'
        : 'Wrap the points of a single crop: [[[[[x, y, z]]]]]; for no crops, pass tf.zeros([0, d, h, w, 3])',
  });
  if (read.rank !== 3 && read.rank !== image.rank) {
    throw new CropError('INVALID_RANK', {
      what: `${op}: ${name}`,
      got: `shape [${read.shape}] for an image of shape [${image.shape}]`,
      expected: `rank ${image.rank}, as the image`,
      next: 'A grid is [N,h,w,2] for images and [N,d,h,w,3] for volumes; a list of points [N,P,2] or [N,P,3]',
    });
  }
  requireTrailingShape(op, name, read, [dimensions], 'one coordinate per spatial axis of the image');
  return read;
}
