import { Tensor } from '@tensorflow/tfjs-core';
import { CropError } from './errors.js';
import type { SampleOptions } from './options.js';

/**
 * Says which image each crop reads: what `imageIndex` says, or else image n for crop n, or image 0 for all when there
 * is only one. Throws `INVALID_SHAPE` when the counts do not fit and `INDEX_OUT_OF_RANGE` for an image that is not there.
 */
export function resolveImageIndex(
  op: string,
  imageIndex: SampleOptions['imageIndex'],
  crops: number,
  images: number,
): Int32Array {
  if (imageIndex !== undefined) return checked(op, imageIndex, crops, images);
  if (images === 1) return new Int32Array(crops);
  if (images === crops) return Int32Array.from({ length: crops }, (_, n) => n);
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: image`,
    got: `${images} images for ${crops} crops`,
    expected: `${crops} images, or 1 that serves every crop`,
    next: 'Pass imageIndex to say which image each crop reads',
  });
}

function checked(
  op: string,
  imageIndex: NonNullable<SampleOptions['imageIndex']>,
  crops: number,
  images: number,
): Int32Array {
  const what = `${op}: imageIndex`;
  if (imageIndex instanceof Tensor && imageIndex.isDisposed) {
    throw new CropError('INVALID_INPUT', {
      what,
      got: 'a disposed tensor',
      expected: 'a live int32 tensor',
      next: 'Dispose it after this call',
    });
  }
  if (imageIndex instanceof Tensor && imageIndex.dtype !== 'int32') {
    throw new CropError('INVALID_DTYPE', {
      what,
      got: `dtype ${imageIndex.dtype}`,
      expected: 'int32',
      next: "Make it with tf.tensor1d(values, 'int32'), or pass plain numbers",
    });
  }
  if (!(imageIndex instanceof Tensor || Array.isArray(imageIndex) || imageIndex instanceof Int32Array)) {
    throw new CropError('INVALID_OPTION', {
      what,
      got: `${String(imageIndex)}, a ${Object.prototype.toString.call(imageIndex).slice(8, -1)}`,
      expected: 'an array, an Int32Array or an int32 tensor',
      next: 'Pass one whole number per crop, e.g. [0, 0, 1]',
    });
  }
  const values = imageIndex instanceof Tensor ? imageIndex.dataSync() : imageIndex;
  const rank = imageIndex instanceof Tensor ? imageIndex.rank : 1;
  if (rank !== 1 || values.length !== crops) {
    throw new CropError('INVALID_SHAPE', {
      what,
      got: imageIndex instanceof Tensor ? `shape [${imageIndex.shape}]` : `${values.length} entries`,
      expected: `one entry for each of the ${crops} crops`,
      next: 'Pass as many indices as there are boxes, thetas or grids',
    });
  }
  for (let n = 0; n < crops; n++) {
    if (Number.isInteger(values[n]) && values[n] >= 0 && values[n] < images) continue;
    throw new CropError('INDEX_OUT_OF_RANGE', {
      what: `${op}: imageIndex[${n}]`,
      got: String(values[n]),
      expected: `a whole number from 0 to ${images - 1}`,
      next: `There are ${images} images; check the index or the image batch`,
    });
  }
  return Int32Array.from(values);
}
