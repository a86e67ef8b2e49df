import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import {
  addThetaGradient,
  clearThetaSums,
  createBaseAxes,
  createThetaSums,
  storeThetaSums,
} from '../points/theta-gradient';
import { createRowGradient } from '../ways/taps/slope';

/** The grid of each theta: [N,2,3] and [h,w] give [N,h,w,2], [N,3,4] and [d,h,w] give [N,d,h,w,3]. */
export function affineGrid(grid: Pointer<f32>, theta: Pointer<f32>, problem: Problem): void {
  const dimensions = problem.dimensions;
  const base = createBaseAxes(problem);
  let at = 0;
  for (let n = 0; n < problem.crops; n++) {
    for (let k = 0; k < problem.depth; k++) {
      for (let i = 0; i < problem.height; i++) {
        for (let axis = 0; axis < dimensions; axis++) {
          const row = (n * dimensions + axis) * (dimensions + 1);
          const a = <f64>theta[row];
          const b = <f64>theta[row + 1] * base.v[i];
          const c = dimensions === 3 ? <f64>theta[row + 2] * base.w[k] : 0;
          const d = <f64>theta[row + dimensions];
          for (let j = 0; j < problem.width; j++) grid[at + j * dimensions + axis] = <f32>(a * base.u[j] + b + c + d);
        }
        at += problem.width * dimensions;
      }
    }
  }
}

/** The gradient of `affineGrid` by theta. */
export function affineGridGradTheta(dtheta: Pointer<f32>, dgrid: Pointer<f32>, problem: Problem): void {
  const dimensions = problem.dimensions;
  const base = createBaseAxes(problem);
  const sums = createThetaSums(dimensions);
  const row = createRowGradient(problem.width);
  let at = 0;
  for (let n = 0; n < problem.crops; n++) {
    clearThetaSums(sums, dimensions);
    for (let k = 0; k < problem.depth; k++) {
      for (let i = 0; i < problem.height; i++) {
        for (let j = 0; j < problem.width; j++) {
          row.x[j] = <f64>dgrid[at++];
          row.y[j] = <f64>dgrid[at++];
          if (dimensions === 3) row.z[j] = <f64>dgrid[at++];
        }
        addThetaGradient(sums, row, problem.width, base.u, base.v[i], base.w[k], dimensions);
      }
    }
    storeThetaSums(dtheta, n, sums, dimensions);
  }
}
