import type { NdArray } from '../case.js';

/** The output coordinate of pixel k of n along an axis, from -1 to 1: 0 when there is only one. */
export function baseCoordinate(k: number, n: number, alignCorners: boolean): number {
  if (n === 1) return 0;
  return alignCorners ? (2 * k) / (n - 1) - 1 : (2 * k + 1) / n - 1;
}

/** The base coordinates (x, y(, z), 1) of every output pixel, in the order of the output. */
export function baseGrid(size: readonly number[], alignCorners: boolean): number[][] {
  const lengths = [...size].reverse();
  const count = size.reduce((product, length) => product * length, 1);
  return Array.from({ length: count }, (_, s) => {
    let rest = s;
    const base = lengths.map((length) => {
      const k = rest % length;
      rest = (rest - k) / length;
      return baseCoordinate(k, length, alignCorners);
    });
    return [...base, 1];
  });
}

/** theta [N,2,3] → grid [N,h,w,2], flat; or [N,3,4] → [N,d,h,w,3]. */
export function affineGrid(theta: NdArray, size: readonly number[], alignCorners: boolean): Float64Array {
  const [crops, rows, columns] = theta.shape;
  const bases = baseGrid(size, alignCorners);
  const grid = new Float64Array(crops * bases.length * rows);
  for (let n = 0; n < crops; n++) {
    bases.forEach((base, s) => {
      for (let row = 0; row < rows; row++) {
        const start = (n * rows + row) * columns;
        grid[(n * bases.length + s) * rows + row] = base.reduce((sum, b, k) => sum + theta.data[start + k] * b, 0);
      }
    });
  }
  return grid;
}

/** dgrid → dtheta: every entry of theta gets the sum, over the output, of its row's gradient times its column's base. */
export function affineGridGradTheta(
  dgrid: ArrayLike<number>,
  crops: number,
  size: readonly number[],
  alignCorners: boolean,
): Float64Array {
  const rows = size.length;
  const columns = rows + 1;
  const bases = baseGrid(size, alignCorners);
  const dtheta = new Float64Array(crops * rows * columns);
  for (let n = 0; n < crops; n++) {
    bases.forEach((base, s) => {
      for (let row = 0; row < rows; row++) {
        const dy = dgrid[(n * bases.length + s) * rows + row];
        for (let k = 0; k < columns; k++) dtheta[(n * rows + row) * columns + k] += dy * base[k];
      }
    });
  }
  return dtheta;
}
