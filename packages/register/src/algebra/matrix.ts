/** A square matrix, row by row. */
export type Matrix = Float64Array;

/** The number of rows of a square matrix. */
export function sideOf(matrix: Matrix): number {
  return Math.round(Math.sqrt(matrix.length));
}

/** The identity of n rows. */
export function identity(n: number): Matrix {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  return matrix;
}

/** The product of two square matrices of one size. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const n = sideOf(a);
  const product = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n; k++) product[i * n + j] += a[i * n + k] * b[k * n + j];
    }
  }
  return product;
}

/**
 * The exponential of a matrix: its Taylor series, of a part so small that 12 terms are exact, squared back. So the maps that
 * generators make stay in their group: what only turns never scales.
 */
export function exponential(matrix: Matrix): Matrix {
  const n = sideOf(matrix);
  const largest = matrix.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  const halvings = Math.max(0, Math.ceil(Math.log2(largest * n * 4)));
  const part = matrix.map((entry) => entry / 2 ** halvings);
  let term = identity(n);
  let sum = identity(n);
  for (let k = 1; k <= 12; k++) {
    term = multiply(term, part).map((entry) => entry / k);
    sum = sum.map((entry, i) => entry + term[i]);
  }
  for (let k = 0; k < halvings; k++) sum = multiply(sum, sum);
  return sum;
}
