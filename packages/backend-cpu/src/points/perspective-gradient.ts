import { facing } from './perspective-axes.js';

/**
 * Adds one row of coordinate gradients (gx, gy) to the gradient of a finite perspective theta at `at`, which is nine sums:
 * of s · (u, v, 1) with s = (gx, gy, -(gx·X/W + gy·Y/W)) / W. They are orthogonal to theta, as its length changes nothing.
 */
export function addPerspectiveGradient(
  sums: Float64Array,
  gradient: Float64Array,
  theta: Float32Array,
  at: number,
  u: Float64Array,
  v: number,
): void {
  const sign = facing(theta, at);
  for (let j = 0; j < u.length; j++) {
    const gx = gradient[2 * j];
    const gy = gradient[2 * j + 1];
    // Far away the product of a gradient that is 0 with a coordinate that is not finite is none.
    if (gx === 0 && gy === 0) continue;
    const w = theta[at + 6] * u[j] + theta[at + 7] * v + theta[at + 8];
    if (!(w * sign > 0)) continue;
    const x = (theta[at] * u[j] + theta[at + 1] * v + theta[at + 2]) / w;
    const y = (theta[at + 3] * u[j] + theta[at + 4] * v + theta[at + 5]) / w;
    addTo(sums, at, gx / w, u[j], v);
    addTo(sums, at + 3, gy / w, u[j], v);
    addTo(sums, at + 6, -(gx * x + gy * y) / w, u[j], v);
  }
}

export function addTo(sums: Float64Array, at: number, s: number, u: number, v: number): void {
  sums[at] += s * u;
  sums[at + 1] += s * v;
  sums[at + 2] += s;
}
