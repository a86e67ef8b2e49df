import { CropError, describeValue } from '@cropgrad/core/backend';
import { Tensor, type Tensor1D } from '@tensorflow/tfjs-core';
import { readNow } from './read-now.js';

/** Which image each box is cut from: an array, or an int32 tensor [N], which is read back. */
export type BoxIndex = Tensor1D | Int32Array | readonly number[];

/**
 * The image of each of the boxes, as numbers of their own. Throws `INVALID_SHAPE` for another count than that of the boxes,
 * `INDEX_OUT_OF_RANGE` for an image that is not there, and `UNSUPPORTED` for a tensor that cannot be read at once.
 */
export function readBoxIndex(op: string, boxIndex: BoxIndex, boxes: number, images: number): number[] {
  const what = `${op}: boxIndex`;
  const indices = Array.from(boxIndex instanceof Tensor ? readNow(what, boxIndex) : boxIndex);
  if (indices.length !== boxes) {
    throw new CropError('INVALID_SHAPE', {
      what,
      got: `${indices.length} entries`,
      expected: `one for each of the ${boxes} boxes`,
      next: 'Pass which image each box is cut from, e.g. [0, 0, 1]',
    });
  }
  const wrong = indices.findIndex((index) => !Number.isInteger(index) || index < 0 || index >= images);
  if (wrong === -1) return indices;
  throw new CropError('INDEX_OUT_OF_RANGE', {
    what: `${what}[${wrong}]`,
    got: describeValue(indices[wrong]),
    expected: `a whole number from 0 to ${images - 1}`,
    next: 'Check the index, and how many images the batch has',
  });
}
