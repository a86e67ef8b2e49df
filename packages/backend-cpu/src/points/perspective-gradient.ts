import type { Lines } from './lines.js';
import { apart, facing } from './perspective-axes.js';

/** Under antialias: the footprints of a row, and how far outputs are apart in pixels, per axis along u and v, where theta is 1. */
export interface PerspectiveFootprints {
  footprints: Lines;
  steps: readonly (readonly number[])[];
}

/** The steps between outputs [h,w] of an image [H,W]. */
export function perspectiveSteps(
  imageSize: readonly number[],
  [rows, columns]: readonly number[],
  alignCorners: boolean,
): number[][] {
  return [...imageSize]
    .reverse()
    .map((length) =>
      [columns, rows].map((outputs) => ((alignCorners ? length - 1 : length) / 2) * apart(outputs, alignCorners)),
    );
}

/**
 * Adds one row of coordinate gradients (gx, gy) to the gradient of a finite perspective theta at `at`, which is nine sums:
 * of s · (u, v, 1) with s = (gx, gy, -(gx·X/W + gy·Y/W)) / W. They are orthogonal to theta, as its length changes nothing.
 *
 * A footprint is the length of the derivatives of X/W by u and v, (X' - X/W · W') / W: what `gradient` has for it in its second
 * half goes to these numerators, to X/W, from where it goes on as gx does, and to W.
 */
export function addPerspectiveGradient(
  sums: Float64Array,
  gradient: Float64Array,
  theta: Float32Array,
  at: number,
  u: Float64Array,
  v: number,
  filtered?: PerspectiveFootprints,
): void {
  const sign = facing(theta, at);
  const last = at + 6;
  for (let j = 0; j < u.length; j++) {
    const w = theta[last] * u[j] + theta[last + 1] * v + theta[last + 2];
    if (!(w * sign > 0)) continue;
    for (let axis = 0; axis < 2; axis++) {
      const row = at + 3 * axis;
      const x = (theta[row] * u[j] + theta[row + 1] * v + theta[row + 2]) / w;
      let g = gradient[2 * j + axis];
      if (filtered) {
        const dfootprint = gradient[2 * (u.length + j) + axis];
        const footprint = (axis === 0 ? filtered.footprints.x : filtered.footprints.y)[j];
        // An output of one pixel is that long whatever theta is.
        if (dfootprint !== 0 && footprint > 1) {
          for (let k = 0; k < 2; k++) {
            const derivative = (theta[row + k] - x * theta[last + k]) / w;
            const d = (dfootprint * derivative * filtered.steps[axis][k] ** 2) / (footprint * w);
            sums[row + k] += d;
            sums[last + k] -= d * x;
            g -= d * theta[last + k];
            addTo(sums, last, -d * derivative, u[j], v);
          }
        }
      }
      // Far away the product of a gradient that is 0 with a coordinate that is not finite is none.
      if (g === 0) continue;
      addTo(sums, row, g / w, u[j], v);
      addTo(sums, last, (-g * x) / w, u[j], v);
    }
  }
}

function addTo(sums: Float64Array, at: number, s: number, u: number, v: number): void {
  sums[at] += s * u;
  sums[at + 1] += s * v;
  sums[at + 2] += s;
}
