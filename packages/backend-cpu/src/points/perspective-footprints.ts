import { footprintOf } from './footprint.js';
import type { Lines } from './lines.js';
import { apart, type PerspectiveLine } from './perspective-axes.js';

/**
 * How many pixels long an output is along an axis whose coordinate there is X/W: the coordinate grows by the numerators of
 * (X' - X/W · W') / W from one output to the next.
 */
export function perspectiveFootprint(x: number, w: number, across: PerspectiveLine, depth: PerspectiveLine): number {
  return footprintOf((across.perX - x * depth.perX) / w, (across.perY - x * depth.perY) / w, 0);
}

/**
 * Adds what the footprints of a row have to the nine sums of a perspective theta at `at`. They depend on the coordinates, too:
 * that part is added to the gradient by these, which is the first half of `gradient`. `perU` is how much each pixel coordinate
 * grows from one output to the next when the normalised one grows by 1 as u does, and `perV` likewise.
 */
export function addPerspectiveFootprints(
  sums: Float64Array,
  gradient: Float64Array,
  theta: Float32Array,
  at: number,
  footprints: Lines,
  u: Float64Array,
  v: number,
  steps: PerspectiveSteps,
): void {
  for (let j = 0; j < u.length; j++) {
    const w = theta[at + 6] * u[j] + theta[at + 7] * v + theta[at + 8];
    for (let axis = 0; axis < 2; axis++) {
      const g = gradient[2 * (u.length + j) + axis];
      const footprint = (axis === 0 ? footprints.x : footprints.y)[j];
      // One output to a pixel or more: the footprint is 1 whatever theta is.
      if (g === 0 || !(footprint > 1)) continue;
      const row = at + 3 * axis;
      const x = (theta[row] * u[j] + theta[row + 1] * v + theta[row + 2]) / w;
      const [perU, perV] = steps[axis];
      const xu = (theta[row] - x * theta[at + 6]) / w;
      const xv = (theta[row + 1] - x * theta[at + 7]) / w;
      const gu = (g * xu * perU * perU) / (footprint * w);
      const gv = (g * xv * perV * perV) / (footprint * w);
      sums[row] += gu;
      sums[row + 1] += gv;
      sums[at + 6] -= gu * x;
      sums[at + 7] -= gv * x;
      gradient[2 * j + axis] -= gu * theta[at + 6] + gv * theta[at + 7];
      const gw = -(gu * xu + gv * xv);
      sums[at + 6] += gw * u[j];
      sums[at + 7] += gw * v;
      sums[at + 8] += gw;
    }
  }
}

/** Per image axis, x and y: how many pixels apart outputs are along u and along v where theta is 1. */
export type PerspectiveSteps = readonly (readonly [number, number])[];

/** The steps between outputs [h,w] of an image [H,W]. */
export function perspectiveSteps(
  imageSize: readonly number[],
  [rows, columns]: readonly number[],
  alignCorners: boolean,
): PerspectiveSteps {
  return [...imageSize].reverse().map((length) => {
    const half = (alignCorners ? length - 1 : length) / 2;
    return [half * apart(columns, alignCorners), half * apart(rows, alignCorners)];
  });
}
