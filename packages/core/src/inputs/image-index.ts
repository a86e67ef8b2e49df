import type { Tensor } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import { attempt } from './attempt.js';
import { describeValue } from './describe-value.js';
import { isTensor, requireLive } from './tensor-input.js';

/**
 * Says which image each crop reads: what `imageIndex` says, or else image n for crop n, or image 0 for all when there
 * is only one. Throws `INVALID_SHAPE` when the counts do not fit, `INDEX_OUT_OF_RANGE` for an image that is not there, and
 * `UNSUPPORTED` for a tensor on a backend that cannot be read synchronously.
 */
export function resolveImageIndex(
  op: string,
  imageIndex: unknown,
  crops: number,
  images: number,
  { syncReads }: { syncReads: boolean },
): Int32Array {
  if (imageIndex !== undefined) return checked(op, copyIndex(op, imageIndex, crops, syncReads), images);
  if (images === 1 || crops === 0) return new Int32Array(crops);
  if (images === crops) return Int32Array.from({ length: crops }, (_, n) => n);
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: image`,
    got: `${images} images for ${crops} crops`,
    expected: 'one image for each crop, one image for all crops, or one crop for all images',
    next: 'Pass imageIndex to say which image each crop reads',
  });
}

/** Copies the indices, each read once, so that what is checked is what is used. */
function copyIndex(op: string, imageIndex: unknown, crops: number, syncReads: boolean): unknown[] {
  const what = `${op}: imageIndex`;
  const values = isTensor(imageIndex) ? readIndices(what, imageIndex, syncReads) : listed(what, imageIndex);
  const length = attempt(() => values.length);
  if (length !== crops) {
    throw new CropError('INVALID_SHAPE', {
      what,
      got: `${describeValue(length)} entries`,
      expected: `one entry for each of the ${crops} crops`,
      next: 'Pass as many indices as there are boxes, thetas or grids',
    });
  }
  return Array.from({ length: crops }, (_, n) => attempt(() => (Object.hasOwn(values, n) ? values[n] : undefined)));
}

function readIndices(what: string, imageIndex: Tensor, syncReads: boolean): ArrayLike<unknown> {
  requireLive(what, imageIndex, 'a live int32 tensor');
  if (imageIndex.dtype !== 'int32') {
    throw new CropError('INVALID_DTYPE', {
      what,
      got: `dtype ${imageIndex.dtype}`,
      expected: 'int32',
      next: "Make it with tf.tensor1d(values, 'int32'), or pass plain numbers",
    });
  }
  if (imageIndex.rank !== 1) {
    throw new CropError('INVALID_SHAPE', {
      what,
      got: `shape [${imageIndex.shape}]`,
      expected: 'shape [N], one entry for each crop',
      next: 'Flatten it with tf.reshape(imageIndex, [-1])',
    });
  }
  if (!syncReads) {
    throw new CropError('UNSUPPORTED', {
      what,
      got: 'a tensor on a backend that cannot be read synchronously',
      expected: 'an array or an Int32Array',
      next: 'Pass await imageIndex.data()',
    });
  }
  return imageIndex.dataSync();
}

function listed(what: string, imageIndex: unknown): ArrayLike<unknown> {
  const isList = attempt(() => Array.isArray(imageIndex) || imageIndex instanceof Int32Array);
  if (isList) return imageIndex as ArrayLike<unknown>;
  throw new CropError('INVALID_OPTION', {
    what,
    got: describeValue(imageIndex),
    expected: 'an array, an Int32Array or an int32 tensor',
    next: 'Pass one whole number per crop, e.g. [0, 0, 1]',
  });
}

function checked(op: string, values: readonly unknown[], images: number): Int32Array {
  const indices = new Int32Array(values.length);
  for (const [n, value] of values.entries()) {
    if (Number.isInteger(value) && Number(value) >= 0 && Number(value) < images) {
      indices[n] = Number(value);
      continue;
    }
    throw new CropError('INDEX_OUT_OF_RANGE', {
      what: `${op}: imageIndex[${n}]`,
      got: describeValue(value),
      expected: images === 0 ? 'no index, as there are no images' : `a whole number from 0 to ${images - 1}`,
      next: 'Check the index, and how many images the batch has',
    });
  }
  return indices;
}
