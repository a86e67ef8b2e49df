import type { Tensor3D } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import { warnOfNaN, warnOfPixelQuads } from './box-warnings.js';
import { readTensor } from './tensor-input.js';

/** Reads quads, [N,4,2]; `[]` is none. */
export function readQuads(op: string, quads: unknown): Tensor3D {
  const shape = '[N,4,2]: four corners (x, y) each, from the top left clockwise';
  const read = readTensor(op, 'quads', quads, {
    ranks: [3],
    dtypes: ['float32'],
    shape,
    empty: [0, 4, 2],
    next: missingShape,
    onNumbers: (numbers) => {
      warnOfNaN(op, 'quads', numbers);
      warnOfPixelQuads(op, numbers);
    },
  });
  if (read.shape[1] === 4 && read.shape[2] === 2) return read as Tensor3D;
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: quads`,
    got: `shape [${read.shape}]`,
    expected: `shape ${shape}`,
    next: 'Pass four corners per quad, each as x and y',
  });
}

/** How to give quads of the wrong rank the right one. */
function missingShape(shape: readonly number[]): string {
  const [first, second] = shape;
  if (shape.join() === '4,2') return 'Wrap a single quad: [[[x, y], [x, y], [x, y], [x, y]]]';
  if (shape.length === 2 && second === 8)
    return `Give each corner a row of its own with tf.reshape(quads, [${first}, 4, 2])`;
  if (shape.length === 2 && second === 4) return 'Pass boxes of two corners to crop';
  return 'A quad is four corners (x, y); for no quads, pass [] or tf.zeros([0, 4, 2])';
}
