import { Pointer } from '../memory/pointer';
import { BICUBIC, BILINEAR, NEAREST, Problem, ZEROS } from '../memory/problem';
import { takeArray, takeStruct } from '../memory/scratch';
import { dropSlightTaps } from './drop-slight-taps';
import { padCoordinates, padIndex } from './pad';

/**
 * Where a list of points reads along one axis: `count` taps per point, stored one point after the other.
 *
 * A sample is the sum over the product of its axes' taps, and its derivative along an axis is the same sum with that
 * axis's slopes in place of its weights. This is the one idea of the package; see `gather-row.ts`.
 */
@unmanaged
export class AxisTaps {
  /** Taps per point: 1 for nearest, 2 for bilinear, 4 for bicubic. */
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
  /** Per point, the derivative of the padded coordinate by the given one. */
  sign: Pointer<f64>;
  /** How far theta may have moved the coordinates by its rounding, in pixels: see `dropSlightTaps`. */
  slack: f64;
}

/** Room for the taps of so many points. */
export function createAxisTaps(points: i32, mode: i32): AxisTaps {
  const taps = takeStruct<AxisTaps>();
  const count = mode === NEAREST ? 1 : mode === BILINEAR ? 2 : 4;
  taps.count = count;
  taps.index = takeArray<i32>(<f64>points * count);
  taps.weight = takeArray<f64>(<f64>points * count);
  taps.slope = takeArray<f64>(<f64>points * count);
  taps.outside = takeArray<f64>(points);
  taps.outsideSlope = takeArray<f64>(points);
  taps.sign = takeArray<f64>(points);
  taps.slack = 0;
  return taps;
}

/** The taps of an axis that is not there, so that an image is a volume of depth 1: one tap on pixel 0. */
export function absentAxisTaps(): AxisTaps {
  const taps = createAxisTaps(1, NEAREST);
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

/**
 * Computes the taps of the first `points` pixel coordinates in `x`, which it overwrites, on an axis of `size` pixels.
 * The formulas are PyTorch's `grid_sampler_compute_source_index` and `get_cubic_upsample_coefficients`.
 */
export function computeAxisTaps(taps: AxisTaps, x: Pointer<f64>, points: i32, size: i32, problem: Problem): void {
  const alignCorners = problem.alignCorners !== 0;
  const scale = pixelsPerUnit(size, alignCorners);
  const cubic = problem.mode === BICUBIC;
  // Bicubic pads its taps one by one, so its coordinates are only checked here.
  padCoordinates(x, taps.sign, points, size, cubic ? ZEROS : problem.paddingMode, alignCorners);
  if (cubic) bicubicTaps(taps, x, points, size, scale, problem.paddingMode, alignCorners);
  else if (problem.mode === BILINEAR) bilinearTaps(taps, x, points, size, scale);
  else nearestTaps(taps, x, points, size);
  if (problem.paddingMode === ZEROS && !isFinite(problem.fillValue)) dropSlightTaps(taps, x, points, size);
}

function nearestTaps(taps: AxisTaps, x: Pointer<f64>, points: i32, size: i32): void {
  for (let p = 0; p < points; p++) {
    const i = nearest(x[p]); // half to even
    const inside = i >= 0 && i < <f64>size;
    taps.index[p] = inside ? <i32>i : -1;
    taps.weight[p] = inside ? 1 : 0;
    taps.slope[p] = 0;
    taps.outside[p] = inside ? 0 : 1;
    taps.outsideSlope[p] = 0;
  }
}

function bilinearTaps(taps: AxisTaps, x: Pointer<f64>, points: i32, size: i32, scale: f64): void {
  for (let p = 0; p < points; p++) {
    if (isNaN(x[p])) {
      readNothing(taps, p);
      continue;
    }
    const i = floor(x[p]);
    const t = x[p] - i;
    const s = taps.sign[p] * scale;
    // Floor and floor + 1, never floor and ceil: at a whole coordinate the second tap weighs 0 but keeps its slope.
    const firstInside = i >= 0 && i < <f64>size;
    const secondInside = i >= -1 && i < <f64>(size - 1);
    const k = 2 * p;
    taps.index[k] = firstInside ? <i32>i : -1;
    taps.index[k + 1] = secondInside ? <i32>i + 1 : -1;
    taps.weight[k] = 1 - t;
    taps.weight[k + 1] = t;
    taps.slope[k] = -s;
    taps.slope[k + 1] = s;
    taps.outside[p] = firstInside ? (secondInside ? 0 : t) : secondInside ? 1 - t : 1;
    taps.outsideSlope[p] = firstInside === secondInside ? 0 : firstInside ? s : -s;
  }
}

function bicubicTaps(
  taps: AxisTaps,
  x: Pointer<f64>,
  points: i32,
  size: i32,
  scale: f64,
  paddingMode: i32,
  alignCorners: bool,
): void {
  for (let p = 0; p < points; p++) {
    if (isNaN(x[p])) {
      readNothing(taps, p);
      continue;
    }
    const i = floor(x[p]);
    const t = x[p] - i;
    let weightOutside: f64 = 0;
    let slopeOutside: f64 = 0;
    let inside = 0;
    for (let k = 0; k < 4; k++) {
      const distance = <f64>(k - 1) - t;
      const w = cubic(abs(distance));
      const s = (distance > 0 ? -scale : scale) * cubicSlope(abs(distance));
      const at = padIndex(i + <f64>(k - 1), size, paddingMode, alignCorners);
      taps.index[4 * p + k] = at;
      taps.weight[4 * p + k] = w;
      taps.slope[4 * p + k] = s;
      if (at >= 0) {
        inside++;
      } else {
        weightOutside += w;
        slopeOutside += s;
      }
    }
    // The weights sum to 1 and their slopes to 0, but rounding may not know.
    taps.outside[p] = inside > 0 ? weightOutside : 1;
    taps.outsideSlope[p] = inside > 0 ? slopeOutside : 0;
  }
}

/** A point with a non-finite coordinate has no taps: all of it is outside, whatever the other axes say. */
function readNothing(taps: AxisTaps, p: i32): void {
  for (let k = p * taps.count; k < (p + 1) * taps.count; k++) {
    taps.index[k] = -1;
    taps.weight[k] = 0;
    taps.slope[k] = 0;
  }
  taps.outside[p] = 1;
  taps.outsideSlope[p] = 0;
}

/** Keys's cubic convolution kernel with a = -0.75, as in PyTorch, at a distance from 0 to 2. */
function cubic(d: f64): f64 {
  return d <= 1 ? (1.25 * d - 2.25) * d * d + 1 : ((-0.75 * d + 3.75) * d - 6) * d + 3;
}

/** Its derivative by the distance. */
function cubicSlope(d: f64): f64 {
  return d <= 1 ? (3.75 * d - 4.5) * d : (-2.25 * d + 7.5) * d - 6;
}
