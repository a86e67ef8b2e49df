import { Pointer } from '../memory/pointer';
import { BORDER, Border, REFLECTION, Reflection, WRAP, Wrap, ZEROS, Zeros } from './paddings';

/** A finite coordinate that float32 cannot hold counts as infinite, so that every precision agrees on it. */
const MAX_FLOAT32: f64 = 3.4028234663852886e38;

/** Whether a point at this coordinate reads anything. */
export function isCoordinate(x: f64): bool {
  return abs(x) <= MAX_FLOAT32;
}

/** Whether the padding moves points into the image; otherwise a point may read outside of it. */
export function movesPoints(paddingMode: i32): bool {
  return paddingMode !== ZEROS;
}

/**
 * Pads pixel coordinates in place, before they are rounded; `slope[p]` becomes the derivative of the padded coordinate by
 * the given one. Where there is no coordinate, NaN takes its place.
 */
export function padCoordinates(
  x: Pointer<f64>,
  slope: Pointer<f64>,
  points: i32,
  size: i32,
  paddingMode: i32,
  alignCorners: bool,
): void {
  switch (paddingMode) {
    case ZEROS:
      padAll<Zeros>(x, slope, points, <f64>size, alignCorners);
      break;
    case BORDER:
      padAll<Border>(x, slope, points, <f64>size, alignCorners);
      break;
    case REFLECTION:
      padAll<Reflection>(x, slope, points, <f64>size, alignCorners);
      break;
    case WRAP:
      padAll<Wrap>(x, slope, points, <f64>size, alignCorners);
      break;
    default:
      unreachable();
  }
}

function padAll<P>(x: Pointer<f64>, slope: Pointer<f64>, points: i32, size: f64, alignCorners: bool): void {
  const padding = changetype<P>(0);
  for (let p = 0; p < points; p++) {
    const from = x[p];
    const to = isCoordinate(from) ? padding.coordinate(from, size, alignCorners) : NaN;
    x[p] = to;
    slope[p] = padding.slope(from, to, size, alignCorners);
  }
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
