import { identity, type Matrix, sideOf } from './matrix.js';

/** The inverse of a square matrix by elimination with row exchanges, or null where it has none. */
export function inverse(matrix: Matrix): Matrix | null {
  const n = sideOf(matrix);
  const left = matrix.slice();
  const right = identity(n);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(left[row * n + column]) > Math.abs(left[pivot * n + column])) pivot = row;
    }
    const divisor = left[pivot * n + column];
    if (!(Math.abs(divisor) > 0 && Number.isFinite(divisor))) return null;
    for (const side of [left, right]) {
      for (let k = 0; k < n; k++) {
        const swapped = side[pivot * n + k];
        side[pivot * n + k] = side[column * n + k];
        side[column * n + k] = swapped / divisor;
      }
    }
    for (let row = 0; row < n; row++) {
      const factor = left[row * n + column];
      if (row === column || factor === 0) continue;
      for (const side of [left, right]) {
        for (let k = 0; k < n; k++) side[row * n + k] -= factor * side[column * n + k];
      }
    }
  }
  return right;
}
