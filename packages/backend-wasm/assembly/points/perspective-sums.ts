import { Pointer } from '../memory/pointer';
import { facing } from './perspective-line';
import { Row } from './row';

/**
 * Adds the gradients of a row's points to that of a finite perspective theta, which is nine sums: of s·(u, v, 1) with
 * s = (gx, gy, -(gx·X/W + gy·Y/W)) / W. `columns` are the base coordinates u, and v is that of the row.
 */
export function addPerspectiveRow(
  sums: Pointer<f64>,
  theta: Pointer<f32>,
  row: Row,
  columns: Pointer<f64>,
  v: f64,
): void {
  const sign = facing(theta);
  const x = <f64>theta[1] * v + <f64>theta[2];
  const y = <f64>theta[4] * v + <f64>theta[5];
  const w = <f64>theta[7] * v + <f64>theta[8];
  for (let j = 0; j < row.points; j++) {
    const gx = row.gx[j];
    const gy = row.gy[j];
    // Far away the product of a gradient that is 0 with a coordinate that is not finite is none.
    if (gx === 0 && gy === 0) continue;
    const u = columns[j];
    const depth = <f64>theta[6] * u + w;
    if (!(depth * sign > 0)) continue;
    const alongX = gx / depth;
    const alongY = gy / depth;
    const alongW = -(alongX * (<f64>theta[0] * u + x) + alongY * (<f64>theta[3] * u + y)) / depth;
    addTo(sums, alongX, u, v);
    addTo(sums.from(3), alongY, u, v);
    addTo(sums.from(6), alongW, u, v);
  }
}

function addTo(sums: Pointer<f64>, s: f64, u: f64, v: f64): void {
  sums[0] = sums[0] + s * u;
  sums[1] = sums[1] + s * v;
  sums[2] = sums[2] + s;
}

/** Writes the gradient of theta n, and sets the sums to 0 for the next one. */
export function storePerspective(dtheta: Pointer<f32>, sums: Pointer<f64>, n: i32): void {
  for (let k = 0; k < 9; k++) {
    dtheta[9 * n + k] = <f32>sums[k];
    sums[k] = 0;
  }
}
