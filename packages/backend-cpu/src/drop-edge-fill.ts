import type { AxisTaps } from './axis-taps.js';

/** What rounding to float32 may do to a coordinate, as a part of its size: four roundings of 2^-24 each. */
export const COORDINATE_ROUNDING: number = 2 ** -22;

/**
 * Lets the points whose taps outside weigh no more than rounding explains read no fill along this axis: what is left are
 * the taps inside, with their weights and slopes. So a crop that ends on the centre of the last pixel stays finite where
 * fillValue is NaN or infinite. A finite fillValue changes nothing that could be seen, and needs no such care.
 *
 * `x` has the pixel coordinates of the points; `error` is how far they may be off besides their own rounding.
 */
export function dropEdgeFill(taps: AxisTaps, x: Float64Array, points: number, size: number, error: number): void {
  const { count, index, weight, outside, outsideSlope } = taps;
  for (let p = 0; p < points; p++) {
    let inside = false;
    let weightOutside = 0;
    for (let k = p * count; k < (p + 1) * count; k++) {
      if (index[k] >= 0) inside = true;
      else weightOutside += Math.abs(weight[k]);
    }
    // A point without a tap inside is all fill, however large the errors are that far away.
    if (!inside || weightOutside > COORDINATE_ROUNDING * (Math.abs(x[p]) + size) + error) continue;
    outside[p] = 0;
    outsideSlope[p] = 0;
  }
}
