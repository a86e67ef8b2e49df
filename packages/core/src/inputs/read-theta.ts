import type { Tensor } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import { warnOfNaN } from './box-warnings.js';
import { readTensor } from './tensor-input.js';

/** Which thetas an argument may be. */
export type ThetaKind = 'affine' | 'perspective' | 'either';

const SHAPES: Readonly<Record<ThetaKind, string>> = {
  affine: '[N,2,3], or [N,3,4] in 3-D',
  perspective: '[N,3,3]',
  either: '[N,2,3] or [N,3,3], or [N,3,4] in 3-D',
};

/**
 * Reads an argument as [N,2,3] or [N,3,4], or as [N,3,3] where the kind says so; `[]` is no thetas of so many dimensions.
 */
export function readTheta(
  op: string,
  name: string,
  theta: unknown,
  dimensions: 2 | 3 = 2,
  kind: ThetaKind = 'affine',
): Tensor {
  const shape = SHAPES[kind];
  const read = readTensor(op, name, theta, {
    ranks: [3],
    dtypes: ['float32'],
    shape,
    empty: kind === 'perspective' ? [0, 3, 3] : [0, dimensions, dimensions + 1],
    next: (found) => missingShape(name, found, dimensions, kind),
    onNumbers: (numbers) => warnOfNaN(op, name, numbers),
  });
  const [, rows, columns] = read.shape;
  if (kind !== 'affine' && rows === 3 && columns === 3) return read;
  if (kind !== 'perspective' && (rows === 2 || rows === 3) && columns === rows + 1) return read;
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: ${name}`,
    got: `shape [${read.shape}]`,
    expected: `shape ${shape}`,
    next: kind === 'perspective' ? affineOrOther(rows, columns) : squareOrOther(name, rows, columns),
  });
}

/** How to give a theta of the wrong rank the right one. */
function missingShape(name: string, shape: readonly number[], dimensions: 2 | 3, kind: ThetaKind): string {
  const [first, second] = shape;
  const reshape = (thetas: number, rows: number, columns: number): string =>
    `Reshape it with tf.reshape(${name}, [${thetas}, ${rows}, ${columns}])`;
  const wrap = `Wrap a single theta with tf.expandDims(${name}, 0)`;
  if (kind === 'perspective') {
    if (shape.length === 1 && first > 0 && first % 9 === 0) return reshape(first / 9, 3, 3);
    if (shape.length === 2 && second === 9) return reshape(first, 3, 3);
    if (shape.join() === '3,3') return wrap;
    return 'Reshape it to three rows of three numbers, or make it with quadToTheta';
  }
  const each = dimensions * (dimensions + 1);
  if (shape.length === 1 && first > 0 && first % each === 0) return reshape(first / each, dimensions, dimensions + 1);
  if (shape.length === 2 && second === 6) return reshape(first, 2, 3);
  if (shape.length === 2 && second === 12) return reshape(first, 3, 4);
  if (shape.join() === '2,3' || shape.join() === '3,4') return wrap;
  if (kind === 'either' && shape.join() === '3,3') return wrap;
  if (shape.join() === '3,3' || shape.join() === '4,4') return `${wrap}, and drop its last row`;
  return 'Reshape it to one row of numbers per axis of the image, or make it with boxToTheta';
}

function squareOrOther(name: string, rows: number, columns: number): string {
  if (rows === columns && (rows === 3 || rows === 4)) {
    const last = rows === 3 ? '(0, 0, 1)' : '(0, 0, 0, 1)';
    const drop = `Drop the last row if it is ${last}: tf.slice(${name}, [0, 0, 0], [-1, ${rows - 1}, ${rows}])`;
    return rows === 3 ? `${drop}; if it is different, pass the theta to perspectiveSample` : drop;
  }
  return 'Make it with boxToTheta or rotatedBoxToTheta, or stack your own rows';
}

function affineOrOther(rows: number, columns: number): string {
  if (rows === 2 && columns === 3) return 'Pass an affine theta to affineSample or affineGrid';
  if (rows === 3 && columns === 4)
    return 'Pass a theta of a volume to affineSample or affineGrid; perspective is for images only';
  return 'Make it with quadToTheta, or stack your own rows';
}
