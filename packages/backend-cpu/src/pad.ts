import type { PaddingMode } from '@cropgrad/core';
import { reflected, reflectSlope } from './axis/axis-formulas.js';

/** A finite coordinate that float32 cannot hold counts as infinite, so that every precision agrees on it. */
const MAX_FLOAT32 = 3.4028234663852886e38;

/**
 * Brings pixel coordinates into the image as border and reflection padding do, in place, before they are rounded.
 *
 * `sign[p]` becomes the derivative of the padded coordinate by the given one: 1, -1 where reflection runs backwards, 0
 * where the coordinate was clipped, the edge pixel's centre included (as in PyTorch). Zeros padding leaves coordinates
 * as they are. A coordinate that is not finite, or beyond float32, becomes NaN: it samples nothing.
 */
export function padCoordinates(
  x: Float64Array,
  sign: Float64Array,
  points: number,
  size: number,
  paddingMode: PaddingMode,
  alignCorners: boolean,
): void {
  const last = size - 1;
  const low = alignCorners ? 0 : -0.5;
  const span = alignCorners ? last : size;
  for (let p = 0; p < points; p++) {
    let r = x[p];
    let s = 1;
    if (!(Math.abs(r) <= MAX_FLOAT32)) {
      r = Number.NaN;
    } else if (paddingMode !== 'zeros') {
      if (paddingMode === 'reflection') {
        s = reflectSlope(r, low, span);
        r = reflected(r, low, span);
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
export function padIndex(i: number, size: number, paddingMode: PaddingMode, alignCorners: boolean): number {
  if (i >= 0 && i < size) return i;
  if (paddingMode === 'zeros') return -1;
  const low = alignCorners ? 0 : -0.5;
  const span = alignCorners ? size - 1 : size;
  const r = paddingMode === 'reflection' ? reflected(i, low, span) : i;
  return Math.min(Math.max(r, 0), size - 1);
}
