import type { RowGradient } from './slope-row.js';

/**
 * Adds one row of coordinate gradients to the gradient of theta, which is six sums, or twelve in 3-D: for each image
 * axis Σ g·u, Σ g·v(, Σ g·w) and Σ g, with (u, v(, w)) the base coordinates of the output point.
 */
export function addThetaGradient(
  sums: Float64Array,
  gradient: RowGradient,
  u: Float64Array,
  v: number,
  w: number,
  dimensions: number,
): void {
  addAxis(sums, 0, gradient.x, u, v, w, dimensions);
  addAxis(sums, dimensions + 1, gradient.y, u, v, w, dimensions);
  if (dimensions === 3) addAxis(sums, 8, gradient.z, u, v, w, dimensions);
}

function addAxis(
  sums: Float64Array,
  at: number,
  g: Float64Array,
  u: Float64Array,
  v: number,
  w: number,
  dimensions: number,
): void {
  let sum = 0;
  let sumU = 0;
  for (let j = 0; j < u.length; j++) {
    sum += g[j];
    sumU += g[j] * u[j];
  }
  sums[at] += sumU;
  sums[at + 1] += sum * v;
  if (dimensions === 3) sums[at + 2] += sum * w;
  sums[at + dimensions] += sum;
}
