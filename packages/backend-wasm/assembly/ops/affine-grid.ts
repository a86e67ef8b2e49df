import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { createGradients, createRow } from '../points/row';
import { createThetaSums } from '../points/theta-sums';

/** The grid of each theta: [N,2,3] and [h,w] give [N,h,w,2], [N,3,4] and [d,h,w] give [N,d,h,w,3]. */
export function affineGrid(grid: Pointer<f32>, theta: Pointer<f32>, problem: Problem): void {
  const dimensions = problem.dimensions;
  const base = createThetaSums(problem);
  let at = 0;
  for (let n = 0; n < problem.crops; n++) {
    for (let k = 0; k < problem.depth; k++) {
      for (let i = 0; i < problem.height; i++) {
        for (let axis = 0; axis < dimensions; axis++) {
          const row = (n * dimensions + axis) * (dimensions + 1);
          const a = <f64>theta[row];
          const b = <f64>theta[row + 1] * base.rows[i];
          const c = dimensions === 3 ? <f64>theta[row + 2] * base.slices[k] : 0;
          const d = <f64>theta[row + dimensions];
          for (let j = 0; j < problem.width; j++) {
            grid[at + j * dimensions + axis] = <f32>(a * base.columns[j] + b + c + d);
          }
        }
        at += problem.width * dimensions;
      }
    }
  }
}

/** The gradient of `affineGrid` by theta. */
export function affineGridGradTheta(dtheta: Pointer<f32>, dgrid: Pointer<f32>, problem: Problem): void {
  const dimensions = problem.dimensions;
  const sums = createThetaSums(problem);
  const row = createRow(problem, problem.width);
  createGradients(row);
  let at = 0;
  for (let n = 0; n < problem.crops; n++) {
    for (let k = 0; k < problem.depth; k++) {
      for (let i = 0; i < problem.height; i++) {
        for (let j = 0; j < problem.width; j++) {
          row.gx[j] = <f64>dgrid[at++];
          row.gy[j] = <f64>dgrid[at++];
          if (dimensions === 3) row.gz[j] = <f64>dgrid[at++];
        }
        sums.enter(k, i);
        sums.addRow(row);
      }
    }
    sums.store(dtheta, n);
  }
}
