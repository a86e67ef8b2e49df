import { Pointer } from '../memory/pointer';
import { AxisTaps } from './axis-taps';

/** Half a unit in the last place of float32 at 1. */
const UNIT: f64 = 1 / 16_777_216;

/**
 * Leaves out the taps outside the image that a point has only because its coordinate was rounded: a fillValue that is
 * not finite would take the whole point for a weight of 1e-8. Their weights add up to no more than what rounding can
 * move a coordinate, which is 4u(|x| + size), and `slack` where theta gave it. The taps inside stay as they are.
 */
export function dropSlightTaps(taps: AxisTaps, x: Pointer<f64>, points: i32, size: i32): void {
  for (let p = 0; p < points; p++) {
    let inside = 0;
    let outside: f64 = 0;
    for (let k = p * taps.count; k < (p + 1) * taps.count; k++) {
      if (taps.index[k] >= 0) inside++;
      else outside += abs(taps.weight[k]);
    }
    if (inside === 0 || inside === taps.count) continue;
    if (outside > 4 * UNIT * (abs(x[p]) + <f64>size) + taps.slack) continue;
    for (let k = p * taps.count; k < (p + 1) * taps.count; k++) {
      if (taps.index[k] < 0) taps.weight[k] = 0;
    }
    taps.outside[p] = 0;
    taps.outsideSlope[p] = 0;
  }
}

/** What the rounding of one row of theta can move the coordinates on an axis of `size` pixels: 8u(Σ |entry| + 1) · size/2. */
export function thetaSlack(theta: Pointer<f32>, row: i32, dimensions: i32, size: i32): f64 {
  let sum: f64 = 1;
  for (let k = 0; k <= dimensions; k++) sum += <f64>abs(theta[row + k]);
  return 4 * UNIT * sum * <f64>size;
}
