import type { Tensor } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import { warnOfNaN } from './box-warnings.js';
import { readTensor } from './tensor-input.js';

/** Reads an argument as [N,2,3] or [N,3,4]; `[]` is no thetas of so many dimensions. */
export function readTheta(op: string, name: string, theta: unknown, dimensions: 2 | 3 = 2): Tensor {
  const shape = '[N,2,3], or [N,3,4] in 3-D';
  const read = readTensor(op, name, theta, {
    ranks: [3],
    dtypes: ['float32'],
    shape,
    empty: [0, dimensions, dimensions + 1],
    next: (found) => missingShape(name, found, dimensions),
    onNumbers: (numbers) => warnOfNaN(op, name, numbers),
  });
  const [, rows, columns] = read.shape;
  if ((rows === 2 || rows === 3) && columns === rows + 1) return read;
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: ${name}`,
    got: `shape [${read.shape}]`,
    expected: `shape ${shape}`,
    next: squareOrOther(name, rows, columns),
  });
}

/** How to give a theta of the wrong rank the right one. */
function missingShape(name: string, shape: readonly number[], dimensions: 2 | 3): string {
  const [first, second] = shape;
  const each = dimensions * (dimensions + 1);
  const reshape = (thetas: number, of: 2 | 3) => `Reshape it with tf.reshape(${name}, [${thetas}, ${of}, ${of + 1}])`;
  if (shape.length === 1 && first > 0 && first % each === 0) return reshape(first / each, dimensions);
  if (shape.length === 2 && (second === 6 || second === 12)) return reshape(first, second === 6 ? 2 : 3);
  const wrap = `Wrap a single theta with tf.expandDims(${name}, 0)`;
  if (shape.join() === '2,3' || shape.join() === '3,4') return wrap;
  if (shape.join() === '3,3' || shape.join() === '4,4') return `${wrap}, and drop its last row`;
  return 'Reshape it to one row of numbers per axis of the image, or make it with boxToTheta';
}

function squareOrOther(name: string, rows: number, columns: number): string {
  if (rows === columns && (rows === 3 || rows === 4)) {
    const last = rows === 3 ? '(0, 0, 1)' : '(0, 0, 0, 1)';
    return `Drop the last row if it is ${last}: tf.slice(${name}, [0, 0, 0], [-1, ${rows - 1}, ${rows}])`;
  }
  return 'Make it with boxToTheta or rotatedBoxToTheta, or stack your own rows';
}
