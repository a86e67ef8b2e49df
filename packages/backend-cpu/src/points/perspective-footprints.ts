import type { Lines } from './lines.js';
import { addTo } from './perspective-gradient.js';

/**
 * Adds what the footprints of a row have to the nine sums of a finite perspective theta at `at`. A footprint is the length of
 * the derivatives of X/W by u and v, (X' - X/W · W') / W, times the `steps` of the outputs. What `gradient` has for it in its
 * second half goes to these numerators, to W, and to X/W: that part is added to the first half, which goes on from there.
 */
export function addPerspectiveFootprints(
  sums: Float64Array,
  gradient: Float64Array,
  theta: Float32Array,
  at: number,
  footprints: Lines,
  u: Float64Array,
  v: number,
  steps: readonly (readonly number[])[],
): void {
  const last = at + 6;
  for (let k = 0; k < 2 * u.length; k++) {
    const j = k >> 1;
    const axis = k & 1;
    const g = gradient[2 * u.length + k];
    const footprint = (axis === 0 ? footprints.x : footprints.y)[j];
    // An output of one pixel is that long whatever theta is.
    if (g === 0 || footprint === 1) continue;
    const row = at + 3 * axis;
    const w = theta[last] * u[j] + theta[last + 1] * v + theta[last + 2];
    const x = (theta[row] * u[j] + theta[row + 1] * v + theta[row + 2]) / w;
    for (let along = 0; along < 2; along++) {
      const derivative = (theta[row + along] - x * theta[last + along]) / w;
      const d = (g * derivative * steps[axis][along] ** 2) / (footprint * w);
      sums[row + along] += d;
      sums[last + along] -= d * x;
      gradient[k] -= d * theta[last + along];
      addTo(sums, last, -d * derivative, u[j], v);
    }
  }
}
