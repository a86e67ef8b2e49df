import { Pointer } from '../memory/pointer';
import { takeArray, takeStruct } from '../memory/scratch';

/**
 * Where a list of points reads along one axis: `count` taps per point, stored one point after the other.
 *
 * A sample is the sum over the product of its axes' taps, and its derivative along an axis is the same sum with that
 * axis's slopes in place of its weights. This is the one idea of the package; see `ways/taps`.
 */
@unmanaged
export class AxisTaps {
  /** Taps per point. */
  count: i32;
  /** The pixel each tap reads, padding applied; -1 for one outside the image. */
  index: Pointer<i32>;
  weight: Pointer<f64>;
  /** The derivative of the weight by the normalised coordinate. */
  slope: Pointer<f64>;
  /** Per point, the weight of its taps outside: exactly 0 when there are none, 1 for a point that samples nothing. */
  outside: Pointer<f64>;
  /** Per point, the slope of its taps outside. */
  outsideSlope: Pointer<f64>;
  /** How far theta may have moved the coordinates by its rounding, in pixels: see `dropSlightTaps`. */
  slack: f64;
}

/** Room for `count` taps of each of so many points. */
export function createAxisTaps(points: i32, count: i32): AxisTaps {
  const taps = takeStruct<AxisTaps>();
  taps.count = count;
  taps.index = takeArray<i32>(<f64>points * count);
  taps.weight = takeArray<f64>(<f64>points * count);
  taps.slope = takeArray<f64>(<f64>points * count);
  taps.outside = takeArray<f64>(points);
  taps.outsideSlope = takeArray<f64>(points);
  taps.slack = 0;
  return taps;
}

/** The taps of an axis that is not there, so that an image is a volume of depth 1: one tap on pixel 0. */
export function absentAxisTaps(): AxisTaps {
  const taps = createAxisTaps(1, 1);
  taps.index[0] = 0;
  taps.weight[0] = 1;
  taps.slope[0] = 0;
  taps.outside[0] = 0;
  taps.outsideSlope[0] = 0;
  return taps;
}

/** The derivative of the pixel coordinate by the normalised one: size/2, or (size-1)/2 with `alignCorners`. */
export function pixelsPerUnit(size: i32, alignCorners: bool): f64 {
  return <f64>(alignCorners ? size - 1 : size) / 2;
}
