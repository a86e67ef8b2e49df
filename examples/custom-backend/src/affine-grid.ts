import { type Kernel, output, values, zeros } from './tensors.js';

/** theta [N,2,3] → grid [N,h,w,2]. */
export const affineGrid: Kernel<'AffineGrid'> = ({ inputs: { theta }, attrs, backend, shape }) => {
  const thetas = values(backend, theta);
  const grid = zeros(shape);
  for (const { at, row, u, v } of gridEntries(shape, attrs.alignCorners)) {
    grid[at] = thetas[row] * u + thetas[row + 1] * v + thetas[row + 2];
  }
  return output(backend, shape, grid);
};

/** dgrid [N,h,w,2] → dtheta [N,2,3]. */
export const affineGridGradTheta: Kernel<'AffineGridGradTheta'> = ({ inputs: { dgrid }, attrs, backend, shape }) => {
  const gradients = values(backend, dgrid);
  const dtheta = zeros(shape);
  for (const { at, row, u, v } of gridEntries(dgrid.shape, attrs.alignCorners)) {
    dtheta[row] += gradients[at] * u;
    dtheta[row + 1] += gradients[at] * v;
    dtheta[row + 2] += gradients[at];
  }
  return output(backend, shape, dtheta);
};

/** Every number of a grid: where it is, where the row of theta that makes it starts, and its output pixel's (u, v). */
function* gridEntries([crops, h, w]: readonly number[], alignCorners: boolean) {
  let at = 0;
  for (let n = 0; n < crops; n++) {
    for (let i = 0; i < h; i++) {
      for (let j = 0; j < w; j++) {
        const u = baseCoordinate(j, w, alignCorners);
        const v = baseCoordinate(i, h, alignCorners);
        yield { at: at++, row: 6 * n, u, v }; // x
        yield { at: at++, row: 6 * n + 3, u, v }; // y
      }
    }
  }
}

/** Where output pixel k of n is, from -1 to 1. */
function baseCoordinate(k: number, n: number, alignCorners: boolean): number {
  if (alignCorners) return n === 1 ? 0 : (2 * k) / (n - 1) - 1;
  return (2 * k + 1) / n - 1;
}
