import { type Axis, COORDINATE_ROUNDING } from './axis.js';
import type { AxisTaps } from './axis-taps.js';
import type { AxisMode } from './mode.js';

/**
 * Computes the taps of the first `points` pixel coordinates in `x`, which it overwrites. `error` is how far they may be
 * off, in pixels, besides their own rounding.
 */
export function computeAxisTaps(
  taps: AxisTaps,
  x: Float64Array,
  points: number,
  axis: Axis,
  mode: AxisMode,
  error: number,
): void {
  padCoordinates(taps.scale, x, points, axis, mode.padsCoordinates);
  mode.list(taps, x, points, axis);
  sumOutside(taps, x, points, axis, error);
}

/**
 * Writes `scale`, and NaN for coordinates that are not finite or cut off. Pads the others, if `pads` says so, in place: where
 * not, each tap is padded.
 */
export function padCoordinates(scale: Float64Array, x: Float64Array, points: number, axis: Axis, pads: boolean): void {
  const last = axis.size - 1;
  for (let p = 0; p < points; p++) {
    const at = x[p];
    scale[p] = axis.scale;
    if (at > 0 && at < last) continue;
    if (!(at >= axis.lowest && at <= axis.highest)) {
      x[p] = Number.NaN;
    } else if (pads) {
      x[p] = axis.padding.coordinate(at, axis);
      scale[p] *= axis.padding.slope(at, x[p], axis);
    }
  }
}

/** Sums up the taps outside of each point, where it has any. */
function sumOutside(taps: AxisTaps, x: Float64Array, points: number, axis: Axis, error: number): void {
  const { count, index, outside, outsideSlope } = taps;
  for (let p = 0, k = 0; p < points; p++) {
    outside[p] = 0;
    outsideSlope[p] = 0;
    let inside = 0;
    for (const end = k + count; k < end; k++) if (index[k] >= 0) inside++;
    if (Number.isNaN(x[p])) readNothing(taps, p);
    // A point without a tap inside is all fill: its weights sum to 1 and their slopes to 0, but rounding may not know.
    else if (inside === 0) outside[p] = 1;
    else if (inside < count) sumOutsideOf(taps, p, x[p], axis, error);
  }
}

/** A point with a coordinate that samples nothing has no taps: all of it is outside, whatever the other axes say. */
export function readNothing({ count, index, weight, slope, outside }: AxisTaps, p: number): void {
  index.fill(-1, p * count, (p + 1) * count);
  weight.fill(0, p * count, (p + 1) * count);
  slope.fill(0, p * count, (p + 1) * count);
  outside[p] = 1;
}

/**
 * Where fill is not finite, taps outside that weigh no more than rounding explains read none of it, so that a crop that
 * ends on the centre of the last pixel stays finite. A finite fill changes nothing that could be seen, and needs no such
 * care.
 */
function sumOutsideOf(taps: AxisTaps, p: number, x: number, axis: Axis, error: number): void {
  const { count, index, weight, slope, outside, outsideSlope } = taps;
  let sum = 0;
  let slopeSum = 0;
  let size = 0;
  for (let k = p * count; k < (p + 1) * count; k++) {
    if (index[k] >= 0) continue;
    sum += weight[k];
    slopeSum += slope[k];
    size += Math.abs(weight[k]);
  }
  if (axis.fillsNonFinite && size <= COORDINATE_ROUNDING * (Math.abs(x) + axis.size) + error) return;
  outside[p] = sum;
  outsideSlope[p] = slopeSum;
}
