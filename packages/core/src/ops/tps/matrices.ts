/** Of the largest entry: four times the rounding of float32. */
const SMALLEST_PIVOT = 2 ** -22;

/**
 * The inverse of a square matrix, row by row, by elimination with the largest pivot; undefined where it has none to
 * within the rounding of float32, which the matrix is made of.
 */
export function inverse(matrix: Float64Array, n: number): Float64Array | undefined {
  const left = Float64Array.from(matrix);
  const right = new Float64Array(n * n);
  for (let i = 0; i < n; i++) right[i * n + i] = 1;
  const largest = matrix.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(left[row * n + column]) > Math.abs(left[pivot * n + column])) pivot = row;
    }
    // Written so that a NaN is no pivot.
    if (!(Math.abs(left[pivot * n + column]) > SMALLEST_PIVOT * largest)) return undefined;
    swapRows(left, n, column, pivot);
    swapRows(right, n, column, pivot);
    const scale = 1 / left[column * n + column];
    for (let j = 0; j < n; j++) {
      left[column * n + j] *= scale;
      right[column * n + j] *= scale;
    }
    for (let row = 0; row < n; row++) {
      const factor = left[row * n + column];
      if (row === column || factor === 0) continue;
      for (let j = 0; j < n; j++) {
        left[row * n + j] -= factor * left[column * n + j];
        right[row * n + j] -= factor * right[column * n + j];
      }
    }
  }
  return right;
}

function swapRows(matrix: Float64Array, n: number, a: number, b: number): void {
  if (a === b) return;
  const row = matrix.slice(a * n, a * n + n);
  matrix.copyWithin(a * n, b * n, b * n + n);
  matrix.set(row, b * n);
}

/** a [rows, inner] · b [inner, columns]. */
export function product(a: Float64Array, b: Float64Array, inner: number): Float64Array {
  const rows = a.length / inner;
  const columns = b.length / inner;
  const c = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) {
      const factor = a[i * inner + k];
      for (let j = 0; j < columns; j++) c[i * columns + j] += factor * b[k * columns + j];
    }
  }
  return c;
}

/** a [rows, columns] as [columns, rows]. */
export function transposed(a: Float64Array, columns: number): Float64Array {
  const rows = a.length / columns;
  return Float64Array.from({ length: a.length }, (_, i) => a[(i % rows) * columns + Math.floor(i / rows)]);
}
