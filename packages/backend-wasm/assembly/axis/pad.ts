import { Pointer } from '../memory/pointer';
import { REFLECTION, ZEROS } from '../memory/problem';

/** A finite coordinate that float32 cannot hold counts as infinite, so that every precision agrees on it. */
export const MAX_FLOAT32: f64 = 3.4028234663852886e38;

/**
 * Brings pixel coordinates into the image as border and reflection padding do, in place, before they are rounded.
 *
 * `sign[p]` becomes the derivative of the padded coordinate by the given one: 1, -1 where reflection runs backwards, 0
 * where the coordinate was clipped, the edge pixel's centre included (as in PyTorch). Zeros padding leaves coordinates
 * as they are. A coordinate that is not finite, or beyond float32, becomes NaN: it samples nothing.
 */
export function padCoordinates(
  x: Pointer<f64>,
  sign: Pointer<f64>,
  points: i32,
  size: i32,
  paddingMode: i32,
  alignCorners: bool,
): void {
  const last = <f64>(size - 1);
  for (let p = 0; p < points; p++) {
    let r = x[p];
    let s: f64 = 1;
    if (!(abs(r) <= MAX_FLOAT32)) {
      r = NaN;
    } else if (paddingMode !== ZEROS) {
      if (paddingMode === REFLECTION) {
        s = reflectionSign(r, size, alignCorners);
        r = reflect(r, size, alignCorners);
      }
      if (r <= 0) {
        r = 0;
        s = 0;
      } else if (r >= last) {
        r = last;
        s = 0;
      }
    }
    x[p] = r;
    sign[p] = s;
  }
}

/** The pixel that padding puts at a whole coordinate, or -1 for none: what bicubic does to each of its taps. */
export function padIndex(i: f64, size: i32, paddingMode: i32, alignCorners: bool): i32 {
  const last = <f64>(size - 1);
  if (i >= 0 && i <= last) return <i32>i;
  if (paddingMode === ZEROS) return -1;
  const r = paddingMode === REFLECTION ? reflect(i, size, alignCorners) : i;
  return <i32>min(max(r, 0), last);
}

/** Folds a coordinate back between the outer edges of the image, or between its outer pixels' centres. */
function reflect(x: f64, size: i32, alignCorners: bool): f64 {
  const low: f64 = alignCorners ? 0 : -0.5;
  const span = <f64>(alignCorners ? size - 1 : size);
  if (span === 0) return 0;
  const m = remainder(abs(x - low), 2 * span);
  return low + (m < span ? m : 2 * span - m);
}

function reflectionSign(x: f64, size: i32, alignCorners: bool): f64 {
  const low: f64 = alignCorners ? 0 : -0.5;
  const span = <f64>(alignCorners ? size - 1 : size);
  if (span === 0) return 0;
  const m = remainder(abs(x - low), 2 * span);
  return x < low === m < span ? -1 : 1;
}

/** The exact remainder, which is a slow loop, only where the quotient is not 0. */
function remainder(x: f64, by: f64): f64 {
  return x < by ? x : x % by;
}
