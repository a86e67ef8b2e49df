/**
 * Adds one row of coordinate gradients to the gradient of theta, which is six sums, or twelve in 3-D: for each image
 * axis Σ g·u, Σ g·v(, Σ g·w) and Σ g, with (u, v(, w)) the base coordinates of the output point.
 */
export function addThetaGradient(
  sums: Float64Array,
  gradient: Float64Array,
  dimensions: number,
  u: Float64Array,
  v: number,
  w: number,
): void {
  let gx = 0;
  let gy = 0;
  let gz = 0;
  let gxu = 0;
  let gyu = 0;
  let gzu = 0;
  for (let j = 0, at = 0; j < u.length; j++, at += dimensions) {
    gx += gradient[at];
    gxu += gradient[at] * u[j];
    gy += gradient[at + 1];
    gyu += gradient[at + 1] * u[j];
    if (dimensions === 2) continue;
    gz += gradient[at + 2];
    gzu += gradient[at + 2] * u[j];
  }
  addThetaAxis(sums, 0, dimensions, gx, gxu, v, w);
  addThetaAxis(sums, 1, dimensions, gy, gyu, v, w);
  if (dimensions === 3) addThetaAxis(sums, 2, dimensions, gz, gzu, v, w);
}

/** Adds what one row gives to one image axis: g is its Σ g, gu its Σ g·u. */
function addThetaAxis(
  sums: Float64Array,
  axis: number,
  dimensions: number,
  g: number,
  gu: number,
  v: number,
  w: number,
): void {
  const at = axis * (dimensions + 1);
  sums[at] += gu;
  sums[at + 1] += g * v;
  if (dimensions === 3) sums[at + 2] += g * w;
  sums[at + dimensions] += g;
}
