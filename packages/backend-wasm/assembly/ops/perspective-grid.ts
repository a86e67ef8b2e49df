import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { takeArray } from '../memory/scratch';
import { facing, isFinitePerspective } from '../points/perspective-line';
import { addPerspectiveRow, storePerspective } from '../points/perspective-sums';
import { createGradients, createRow } from '../points/row';
import { createThetaSums } from '../points/theta-sums';

/** The grid of each theta: [N,3,3] and [h,w] give [N,h,w,2]; NaN behind the camera, and of a theta that is not finite. */
export function perspectiveGrid(grid: Pointer<f32>, thetas: Pointer<f32>, problem: Problem): void {
  const base = createThetaSums(problem);
  let at = 0;
  for (let n = 0; n < problem.crops; n++) {
    const theta = thetas.from(9 * n);
    const sign = isFinitePerspective(theta) ? facing(theta) : NaN;
    for (let i = 0; i < problem.height; i++) {
      const v = base.rows[i];
      for (let j = 0; j < problem.width; j++) {
        const u = base.columns[j];
        const w = <f64>theta[6] * u + <f64>theta[7] * v + <f64>theta[8];
        const depth = w * sign > 0 ? w : NaN;
        grid[at++] = <f32>((<f64>theta[0] * u + <f64>theta[1] * v + <f64>theta[2]) / depth);
        grid[at++] = <f32>((<f64>theta[3] * u + <f64>theta[4] * v + <f64>theta[5]) / depth);
      }
    }
  }
}

/** The gradient of `perspectiveGrid` by theta. */
export function perspectiveGridGradTheta(
  dtheta: Pointer<f32>,
  dgrid: Pointer<f32>,
  thetas: Pointer<f32>,
  problem: Problem,
): void {
  const base = createThetaSums(problem);
  const sums = takeArray<f64>(9);
  for (let k = 0; k < 9; k++) sums[k] = 0;
  const row = createRow(problem, problem.width);
  createGradients(row);
  let at = 0;
  for (let n = 0; n < problem.crops; n++) {
    const theta = thetas.from(9 * n);
    const isUsable = isFinitePerspective(theta);
    for (let i = 0; i < problem.height; i++) {
      for (let j = 0; j < problem.width; j++) {
        row.gx[j] = <f64>dgrid[at++];
        row.gy[j] = <f64>dgrid[at++];
      }
      if (isUsable) addPerspectiveRow(sums, theta, row, base.columns, base.rows[i]);
    }
    storePerspective(dtheta, sums, n);
  }
}
