import { type Matrix, sideOf } from './matrix.js';

/** The inverse of a symmetric matrix by Cholesky's square root, or null where it is not positive definite. */
export function inverse(matrix: Matrix): Matrix | null {
  const n = sideOf(matrix);
  const root = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * n + j];
      for (let k = 0; k < j; k++) rest -= root[i * n + k] * root[j * n + k];
      if (i > j) root[i * n + j] = rest / root[j * n + j];
      // Less than rounding leaves of what was subtracted is nothing.
      else if (rest > 1e-12 * matrix[i * n + i]) root[i * n + i] = Math.sqrt(rest);
      else return null;
    }
  }
  return inverseOfRoot(root, n);
}

/** The inverse of L Lᵀ: columns of L⁻¹ by substitution, and then their products. */
function inverseOfRoot(root: Matrix, n: number): Matrix {
  const lower = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    for (let row = column; row < n; row++) {
      let rest = Number(row === column);
      for (let k = column; k < row; k++) rest -= root[row * n + k] * lower[k * n + column];
      lower[row * n + column] = rest / root[row * n + row];
    }
  }
  const product = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let k = Math.max(i, j); k < n; k++) product[i * n + j] += lower[k * n + i] * lower[k * n + j];
    }
  }
  return product;
}
