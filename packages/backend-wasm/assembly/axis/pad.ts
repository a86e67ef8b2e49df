import { Problem } from '../memory/problem';
import { BORDER, Border, REFLECTION, Reflection, WRAP, Wrap, ZEROS, Zeros } from './paddings';

/** A finite coordinate that float32 cannot hold counts as infinite, so that every precision agrees on it. */
const MAX_FLOAT32: f64 = 3.4028234663852886e38;

/** The lowest pixel coordinate at which a point reads anything. */
export function lowestCoordinate(problem: Problem): f64 {
  return max(-problem.cutoff, -MAX_FLOAT32);
}

/** The highest one on an axis of so many pixels. */
export function highestCoordinate(length: f64, problem: Problem): f64 {
  return min(length - 1 + problem.cutoff, MAX_FLOAT32);
}

/** Whether the padding moves points into the image; otherwise a point may read outside of it. */
export function movesPoints(paddingMode: i32): bool {
  return paddingMode !== ZEROS;
}

/** The pixel that a whole coordinate reads, or -1 for none. */
export function padPixel(i: f64, size: i32, paddingMode: i32, alignCorners: bool): i32 {
  if (i >= 0 && i < <f64>size) return <i32>i;
  switch (paddingMode) {
    case ZEROS:
      return changetype<Zeros>(0).pixel(i, <f64>size, alignCorners);
    case BORDER:
      return changetype<Border>(0).pixel(i, <f64>size, alignCorners);
    case REFLECTION:
      return changetype<Reflection>(0).pixel(i, <f64>size, alignCorners);
    case WRAP:
      return changetype<Wrap>(0).pixel(i, <f64>size, alignCorners);
    default:
      return unreachable();
  }
}
