import { CropError } from '@cropgrad/core/backend';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Matrix } from './algebra/matrix.js';

/** Thetas [1,2,3], [1,3,3], or [1,3,4] of volumes, or one for each pair, as square matrices, or null for none. Throws `INVALID_SHAPE`. */
export async function readInit(
  op: string,
  init: Tensor | undefined,
  pairs: number,
  dimensions = 2,
): Promise<Matrix[] | null> {
  if (init === undefined) return null;
  const [count, rows, columns] = init.shape;
  const square = rows === columns || rows === columns - 1;
  const fits = init.rank === 3 && (count === 1 || count === pairs) && columns === dimensions + 1 && square;
  if (!fits) {
    throw new CropError('INVALID_SHAPE', {
      what: `${op}: init`,
      got: `shape [${init.shape}]`,
      expected: `[1,${dimensions},${dimensions + 1}] or [1,${dimensions + 1},${dimensions + 1}]${pairs > 1 ? `, or ${pairs} of them` : ''}`,
      next: 'Pass a theta from points of the fixed image to points of the moving one',
    });
  }
  const values = await init.data();
  return Array.from({ length: pairs }, (_, pair) => {
    const at = (count === 1 ? 0 : pair) * rows * columns;
    return squareOf(Float64Array.from(values.subarray(at, at + rows * columns)), columns);
  });
}

/** With the row (0, …, 0, 1) where it is missing, and divided by its last entry. */
function squareOf(entries: Float64Array, side: number): Matrix {
  const matrix = new Float64Array(side * side);
  matrix[matrix.length - 1] = 1;
  matrix.set(entries);
  return matrix.map((entry) => entry / matrix[matrix.length - 1]);
}
