import { CropError } from '@cropgrad/core';
import { cast, Tensor, tensor } from '@tensorflow/tfjs-core';

/** An image as a float32 tensor, as tfjs's functions take one: tensors, and nested numbers (`INVALID_RANK`). */
export function readFloats(op: string, name: string, image: unknown, ranks: readonly number[]): Tensor {
  const read = image instanceof Tensor ? image : tensor(image as number[], undefined, 'float32');
  if (!ranks.includes(read.rank)) {
    throw new CropError('INVALID_RANK', {
      what: `${op}: ${name}`,
      got: `shape [${read.shape}]`,
      expected: ranks.includes(3) ? '[N,H,W,C] or [H,W,C]' : '[N,H,W,C]',
      next: 'Add a batch axis to a single image with tf.expandDims(image, 0)',
    });
  }
  return read.dtype === 'float32' ? read : cast(read, 'float32');
}
