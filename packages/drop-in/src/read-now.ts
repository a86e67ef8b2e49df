import { CropError } from '@cropgrad/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** A tensor's numbers at once, where they decide how large other tensors are (`UNSUPPORTED` where tfjs cannot). */
export function readNow(what: string, x: Tensor): ArrayLike<number> {
  try {
    return x.dataSync();
  } catch {
    throw new CropError('UNSUPPORTED', {
      what,
      got: 'a tensor that cannot be read synchronously',
      expected: 'an array, or a backend that can be read synchronously',
      next: what.includes('boxes')
        ? 'Choose a samplingRatio of 1 or more, or pass await boxes.array(), which has no gradient to the boxes'
        : 'Pass an array, e.g. Array.from(await boxIndex.data())',
    });
  }
}
