import { baseAxes } from './points/base-axes.js';
import { facing, isFinitePerspective, rowAt } from './points/perspective-axes.js';
import { addPerspectiveGradient } from './points/perspective-gradient.js';

/** The grid of each theta: [N,3,3] and [h,w] give [N,h,w,2]; NaN behind the camera, and of a theta that is not finite. */
export function perspectiveGrid(
  theta: Float32Array,
  crops: number,
  size: readonly number[],
  alignCorners: boolean,
): Float32Array {
  const { u, v } = baseAxes(size, alignCorners);
  const grid = new Float32Array(crops * u.length * v.length * 2).fill(Number.NaN);
  for (let n = 0; n < crops; n++) {
    const at = 9 * n;
    if (!isFinitePerspective(theta, at)) continue;
    const sign = facing(theta, at);
    for (let i = 0; i < v.length; i++) {
      for (let j = 0; j < u.length; j++) {
        const w = rowAt(theta, at + 6, u[j], v[i]);
        if (!(w * sign > 0)) continue;
        const to = 2 * ((n * v.length + i) * u.length + j);
        grid[to] = rowAt(theta, at, u[j], v[i]) / w;
        grid[to + 1] = rowAt(theta, at + 3, u[j], v[i]) / w;
      }
    }
  }
  return grid;
}

/** The gradient of {@link perspectiveGrid} by theta. */
export function perspectiveGridGradTheta(
  dgrid: Float32Array,
  gridShape: readonly number[],
  theta: Float32Array,
  alignCorners: boolean,
): Float32Array {
  const { u, v } = baseAxes(gridShape.slice(1, -1), alignCorners);
  const sums = new Float64Array(theta.length);
  const row = new Float64Array(2 * u.length);
  for (let n = 0; n < gridShape[0]; n++) {
    if (!isFinitePerspective(theta, 9 * n)) continue;
    for (let i = 0; i < v.length; i++) {
      const from = (n * v.length + i) * row.length;
      row.set(dgrid.subarray(from, from + row.length));
      addPerspectiveGradient(sums, row, theta, 9 * n, u, v[i]);
    }
  }
  return Float32Array.from(sums);
}
