import type { Points } from '../points.js';
import { type Footprint, jacobianAt } from './footprint.js';

/** The gradient of one point, of output pixel s of crop n. */
export interface PointGradient {
  readonly n: number;
  readonly s: number;
  readonly footprints: readonly Footprint[];
  /** By the normalised coordinates, x first. */
  readonly byPoint: readonly number[];
  /** By the length of the output pixel along each axis. */
  readonly byLength: readonly number[];
}

/** The gradient of theta, [N,2,3], [N,3,4] or [N,3,3], flat: where a point is, and how long its output pixel, move with it. */
export function thetaGradient(gradients: readonly PointGradient[], points: Points): Float64Array {
  const rows = points.views ? 3 : points.axes.length;
  const columns = points.axes.length + 1;
  const dtheta = new Float64Array(points.crops * rows * columns);
  for (const gradient of gradients) {
    const { n, s } = gradient;
    const base = points.bases?.[s] ?? [];
    const { ofRows, ofJacobians } = points.views ? inPerspective(gradient, points) : affine(gradient);
    ofRows.forEach((value, row) => {
      for (let column = 0; column < columns; column++) {
        dtheta[(n * rows + row) * columns + column] +=
          value * base[column] + (column < columns - 1 ? ofJacobians[row][column] : 0);
      }
    });
  }
  return dtheta;
}

/** What a row of theta gets: times the base of the output pixel, and beside it for each entry but its last. */
interface RowGradients {
  readonly ofRows: readonly number[];
  readonly ofJacobians: readonly (readonly number[])[];
}

function affine({ footprints, byPoint, byLength }: PointGradient): RowGradients {
  return {
    ofRows: byPoint,
    ofJacobians: footprints.map(({ byJacobian }, k) => byJacobian.map((slope) => byLength[k] * slope)),
  };
}

/** With p = (X, Y) / W the Jacobian of axis k is (theta_kj - p_k theta_2j) / W, so that it moves with p and W, too. */
function inPerspective({ n, s, footprints, byPoint, byLength }: PointGradient, points: Points): RowGradients {
  const view = points.views?.[n];
  const point = view?.project(s);
  if (!view || !point) throw new TypeError('only a point in front of the camera has a gradient');
  // The rows are turned to the front; theta itself, and so its W, may have the other sign.
  const w = view.sign * view.depth(s);
  const last = view.rows[2].map((entry) => view.sign * entry);
  const jacobians = point.map((_, k) => jacobianAt(n, s, k, points));
  const byJacobian = footprints.map((footprint, k) => footprint.byJacobian.map((slope) => byLength[k] * slope));
  const moved = point.map((_, k) => byPoint[k] - dot(byJacobian[k], last) / w);
  const byDepth = point.reduce((sum, p, k) => sum - (moved[k] * p + dot(byJacobian[k], jacobians[k])) / w, 0);
  return {
    ofRows: [moved[0] / w, moved[1] / w, byDepth],
    ofJacobians: [
      ...byJacobian.map((slopes) => slopes.map((slope) => slope / w)),
      [0, 1].map((j) => point.reduce((sum, p, k) => sum - (byJacobian[k][j] * p) / w, 0)),
    ],
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
