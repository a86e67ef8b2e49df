import { BORDER, REFLECTION, WRAP } from './paddings';

/**
 * Where padding takes the centre of a filter, on an axis of `length` pixels. The filter itself is cut at the image's edges,
 * so a centre may lie half a pixel beyond the outer pixels', where that of a plain point may not.
 */
export function padCentre(x: f64, length: f64, paddingMode: i32, alignCorners: bool): f64 {
  if (paddingMode === BORDER) return max<f64>(-0.5, min(x, length - 0.5));
  if (paddingMode === WRAP) {
    const place = x - length * floor(x / length);
    return place >= 0 && place < length ? place : 0;
  }
  if (paddingMode !== REFLECTION) return x;
  const span = alignCorners ? length - 1 : length;
  if (span === 0) return 0;
  const low: f64 = alignCorners ? 0 : -0.5;
  const m = remainder(abs(x - low), 2 * span);
  return low + (m < span ? m : 2 * span - m);
}

/** The derivative of the padded centre by the given one. */
export function centreSlope(x: f64, centre: f64, length: f64, paddingMode: i32, alignCorners: bool): f64 {
  if (paddingMode === BORDER) return centre > -0.5 && centre < length - 0.5 ? 1 : 0;
  if (paddingMode !== REFLECTION) return 1;
  const span = alignCorners ? length - 1 : length;
  if (span === 0) return 0;
  const low: f64 = alignCorners ? 0 : -0.5;
  return x < low === remainder(abs(x - low), 2 * span) < span ? -1 : 1;
}

/** The exact remainder, which is a slow loop, only where the quotient is not 0. */
function remainder(x: f64, by: f64): f64 {
  return x < by ? x : x % by;
}
