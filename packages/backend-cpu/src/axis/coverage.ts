/** How much of an output lies inside an axis, from 0 to 1, with its derivatives. */
export interface Coverage {
  inside: number;
  /** By the pixel coordinate. */
  slope: number;
  /** By the footprint. */
  footprintSlope: number;
}

/** Of outputs that are never cut. */
export const WHOLE: Coverage = { inside: 1, slope: 0, footprintSlope: 0 };

/**
 * The coverage of an output that is `footprint` pixels long around x, on an axis of `size` pixels. One that ends where the
 * axis does counts as cut there, as a plain point on the last pixel does; and where the footprint is one pixel, the sums are
 * in the order in which a plain point computes its weight.
 */
export function coverage(x: number, footprint: number, size: number): Coverage {
  const startsIn = x - footprint / 2 >= -0.5;
  const endsIn = x + footprint / 2 < size - 0.5;
  if (startsIn && endsIn) return WHOLE;
  const ends = (startsIn ? 0 : 1) - (endsIn ? 0 : 1);
  const length = (endsIn ? footprint / 2 : size - 0.5) + (startsIn ? footprint / 2 : 0.5) + ends * x;
  const inside = Math.max(0, length) / footprint;
  const free = (startsIn ? 0.5 : 0) + (endsIn ? 0.5 : 0);
  return { inside, slope: ends / footprint, footprintSlope: (free - inside) / footprint };
}
