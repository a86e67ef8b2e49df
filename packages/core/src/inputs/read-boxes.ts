import type { Tensor2D } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import { warnOfDegrees, warnOfNaN, warnOfPixels } from './box-warnings.js';
import { readTensor } from './tensor-input.js';

/** What the columns of boxes are, in 2-D and 3-D. */
export type BoxColumns = readonly [string, string];

/** Two opposite corners. */
export const CORNERS: BoxColumns = ['(x, y, x2, y2)', '(x, y, z, x2, y2, z2)'];

/**
 * Reads boxes, [N,4] or [N,6]; `[]` is no boxes of so many dimensions. Large numbers are wrong only where the image's ends
 * are -1 and 1.
 */
export function readBoxes(
  op: string,
  boxes: unknown,
  dimensions: 2 | 3,
  unit: 'ends' | 'pixels' | 'unit' = 'ends',
  columns: BoxColumns = CORNERS,
): Tensor2D {
  const shape = `[N,4] = ${columns[0]}, or [N,6] = ${columns[1]} in 3-D`;
  const read = readTensor(op, 'boxes', boxes, {
    ranks: [2],
    dtypes: ['float32'],
    shape,
    empty: [0, 2 * dimensions],
    next: missingShape,
    onNumbers: (numbers) => {
      warnOfNaN(op, 'boxes', numbers);
      if (unit === 'ends') warnOfPixels(op, numbers);
    },
  });
  if (read.shape[1] === 4 || read.shape[1] === 6) return read as Tensor2D;
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: boxes`,
    got: `shape [${read.shape}]`,
    expected: `shape ${shape}`,
    next:
      read.shape[1] === 5
        ? 'Pass boxes with an angle to rotatedBoxToTheta, and its theta to affineSample'
        : columns === CORNERS
          ? 'Pass two opposite corners per box'
          : `Pass ${columns[0]} per box`,
  });
}

/** How to give boxes of the wrong rank the right one. */
function missingShape(shape: readonly number[]): string {
  const [numbers] = shape;
  if (shape.length === 3 && shape[2] === shape[1] + 1) return 'Pass a theta to affineSample';
  if (shape.length > 2) return 'Give boxes two axes, with tf.reshape(boxes, [-1, 4])';
  if (numbers > 4 && numbers % 4 === 0) {
    return `Give every box a row of its own with tf.reshape(boxes, [${numbers / 4}, 4])`;
  }
  return 'Wrap a single box: [[x, y, x2, y2]]; for no boxes, pass [] or tf.zeros([0, 4])';
}

/** Reads rotated boxes, [N,5] = (cx, cy, w, h, radians). */
export function readRotatedBoxes(op: string, boxes: unknown): Tensor2D {
  const shape = '[N,5] = (cx, cy, w, h, radians)';
  const read = readTensor(op, 'boxes', boxes, {
    ranks: [2],
    dtypes: ['float32'],
    shape,
    empty: [0, 5],
    next: () => 'Wrap a single box: [[cx, cy, w, h, radians]]',
    onNumbers: (numbers) => {
      warnOfNaN(op, 'boxes', numbers);
      warnOfDegrees(op, numbers);
    },
  });
  if (read.shape[1] === 5) return read as Tensor2D;
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: boxes`,
    got: `shape [${read.shape}]`,
    expected: `shape ${shape}`,
    next: 'Pass centre, full size and angle per box',
  });
}
