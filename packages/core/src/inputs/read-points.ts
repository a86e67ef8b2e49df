import type { Tensor3D } from '@tensorflow/tfjs-core';
import { warnOfNaN } from './box-warnings.js';
import { readTensor, requireTrailingShape } from './tensor-input.js';

/** Reads lists of points, [N,P,2] or [N,P,3], of so many dimensions; `[]` is no lists. */
export function readPoints(op: string, points: unknown, dimensions: 2 | 3): Tensor3D {
  const read = readTensor(op, 'points', points, {
    ranks: [3],
    dtypes: ['float32'],
    shape: dimensions === 2 ? '[N,P,2]' : '[N,P,3]',
    empty: [0, 0, dimensions],
    next: ({ length }) =>
      length === 2
        ? 'Wrap a single list of points with tf.expandDims(points, 0)'
        : 'Give points three axes: lists, points, and coordinates',
    onNumbers: (numbers) => warnOfNaN(op, 'points', numbers),
  });
  requireTrailingShape(op, 'points', read, [dimensions], `as theta is ${dimensions}-D`);
  return read as Tensor3D;
}
