/**
 * Where a list of points reads along one axis: `count` taps per point, stored one point after the other.
 *
 * A sample is the sum over the product of its axes' taps, and its derivative along an axis is the same sum with that
 * axis's slopes in place of its weights. This is the one idea of the package; see `ways/taps/gather.ts`.
 */
export interface AxisTaps {
  /** Taps per point. */
  count: number;
  /** The pixel each tap reads, padding applied; -1 for one outside the image. */
  index: Int32Array;
  weight: Float64Array;
  /** The derivative of the weight by the normalised coordinate. */
  slope: Float64Array;
  /** Under antialias its derivative by the footprint, which is how many pixels long the output is; else not used. */
  footprintSlope: Float64Array;
  /** Per point, the weight of its taps outside: exactly 0 when there are none, 1 for a point that samples nothing. */
  outside: Float64Array;
  /** Per point, the slope of its taps outside. */
  outsideSlope: Float64Array;
  outsideFootprintSlope: Float64Array;
  /** Per point, the derivative of the pixel coordinate by the normalised one, once it is padded. */
  scale: Float64Array;
}

/** The slopes by a footprint that is not there: always 0. */
const NONE = new Float64Array(1);

/** Room for the taps of so many points; `filtered` under antialias. */
export function createAxisTaps(points: number, count: number, filtered = false): AxisTaps {
  return {
    count,
    index: new Int32Array(points * count),
    weight: new Float64Array(points * count),
    slope: new Float64Array(points * count),
    footprintSlope: filtered ? new Float64Array(points * count) : NONE,
    outside: new Float64Array(points),
    outsideSlope: new Float64Array(points),
    outsideFootprintSlope: filtered ? new Float64Array(points) : NONE,
    scale: new Float64Array(points),
  };
}

/** The taps of an axis that is not there, so that an image is a volume of depth 1: one tap on pixel 0. */
export function absentAxisTaps(): AxisTaps {
  const taps = createAxisTaps(1, 1);
  taps.weight[0] = 1;
  return taps;
}
