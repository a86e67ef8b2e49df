import { baseAxes } from './points/base-axes.js';
import { addThetaGradient } from './points/theta-gradient.js';

/** The grid of each theta: [N,2,3] and [h,w] give [N,h,w,2], [N,3,4] and [d,h,w] give [N,d,h,w,3]. */
export function affineGrid(
  theta: Float32Array,
  crops: number,
  size: readonly number[],
  alignCorners: boolean,
): Float32Array {
  const dimensions = size.length;
  const { u, v, w } = baseAxes(size, alignCorners);
  const grid = new Float32Array(crops * u.length * v.length * w.length * dimensions);
  let at = 0;
  for (let n = 0; n < crops; n++) {
    for (let k = 0; k < w.length; k++) {
      for (let i = 0; i < v.length; i++) {
        for (let j = 0; j < u.length; j++) {
          for (let axis = 0; axis < dimensions; axis++) {
            const row = (n * dimensions + axis) * (dimensions + 1);
            const z = dimensions === 3 ? theta[row + 2] * w[k] : 0;
            grid[at++] = theta[row] * u[j] + theta[row + 1] * v[i] + z + theta[row + dimensions];
          }
        }
      }
    }
  }
  return grid;
}

/** The gradient of {@link affineGrid} by theta. */
export function affineGridGradTheta(
  dgrid: Float32Array,
  gridShape: readonly number[],
  alignCorners: boolean,
): Float32Array {
  const dimensions = gridShape.length - 2;
  const { u, v, w } = baseAxes(gridShape.slice(1, -1), alignCorners);
  const entries = dimensions * (dimensions + 1);
  const dtheta = new Float32Array(gridShape[0] * entries);
  const sums = new Float64Array(entries);
  const row = new Float64Array(u.length * dimensions);
  let at = 0;
  for (let n = 0; n < gridShape[0]; n++) {
    sums.fill(0);
    for (let k = 0; k < w.length; k++) {
      for (let i = 0; i < v.length; i++) {
        row.set(dgrid.subarray(at, at + row.length));
        at += row.length;
        addThetaGradient(sums, row, dimensions, u, v[i], w[k]);
      }
    }
    dtheta.set(sums, n * entries);
  }
  return dtheta;
}
