import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { takeArray, takeStruct } from '../memory/scratch';
import { dropSlightTaps } from './drop-slight-taps';
import { BICUBIC, BILINEAR, Bicubic, Bilinear, NEAREST, Nearest } from './modes';
import { isCoordinate, movesPoints } from './pad';
import { BORDER, Border, REFLECTION, Reflection, WRAP, Wrap, ZEROS, Zeros } from './paddings';

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

/**
 * Computes the taps of the first `points` pixel coordinates in `x` on an axis of `size` pixels. The formulas are PyTorch's
 * `grid_sampler_compute_source_index` and `get_cubic_upsample_coefficients`.
 */
export function computeAxisTaps(taps: AxisTaps, x: Pointer<f64>, points: i32, size: i32, problem: Problem): void {
  switch (problem.mode) {
    case NEAREST:
      computeOf<Nearest>(taps, x, points, size, problem);
      break;
    case BILINEAR:
      computeOf<Bilinear>(taps, x, points, size, problem);
      break;
    case BICUBIC:
      computeOf<Bicubic>(taps, x, points, size, problem);
      break;
    default:
      unreachable();
  }
  if (!movesPoints(problem.paddingMode) && !isFinite(problem.fillValue)) dropSlightTaps(taps, x, points, size);
}

function computeOf<M>(taps: AxisTaps, x: Pointer<f64>, points: i32, size: i32, problem: Problem): void {
  const alignCorners = problem.alignCorners !== 0;
  switch (problem.paddingMode) {
    case ZEROS:
      compute<M, Zeros>(taps, x, points, size, alignCorners);
      break;
    case BORDER:
      compute<M, Border>(taps, x, points, size, alignCorners);
      break;
    case REFLECTION:
      compute<M, Reflection>(taps, x, points, size, alignCorners);
      break;
    case WRAP:
      compute<M, Wrap>(taps, x, points, size, alignCorners);
      break;
    default:
      unreachable();
  }
}

function compute<M, P>(taps: AxisTaps, x: Pointer<f64>, points: i32, size: i32, alignCorners: bool): void {
  const mode = changetype<M>(0);
  const padding = changetype<P>(0);
  const scale = pixelsPerUnit(size, alignCorners);
  const length = <f64>size;
  const first = <f64>mode.first;
  const end = first + <f64>mode.taps;
  const index = taps.index;
  const weight = taps.weight;
  const slope = taps.slope;
  for (let p = 0, k = 0; p < points; p++) {
    const from = x[p];
    // A point with no place has no taps: all of it is outside, whatever the other axes say.
    const isPlace = isCoordinate(from);
    const place = !isPlace ? 0 : mode.padsTaps ? from : padding.coordinate(from, length, alignCorners);
    const base = mode.base(place);
    const t = place - base;
    const perUnit = mode.padsTaps ? scale : scale * padding.slope(from, place, length, alignCorners);
    let inside = false;
    let outside: f64 = 0;
    let outsideSlope: f64 = 0;
    for (let tap = first; tap < end; tap++, k++) {
      const i = base + tap;
      const pixel = !isPlace ? -1 : i >= 0 && i < length ? <i32>i : padding.pixel(i, length, alignCorners);
      const w = isPlace ? mode.weight(tap, t) : 0;
      const s = mode.hasSlopes && isPlace ? perUnit * mode.slope(tap, t) : 0;
      index[k] = pixel;
      weight[k] = w;
      slope[k] = s;
      if (pixel >= 0) {
        inside = true;
      } else {
        outside += w;
        outsideSlope += s;
      }
    }
    // The weights sum to 1 and their slopes to 0, but rounding may not know.
    taps.outside[p] = inside ? outside : 1;
    taps.outsideSlope[p] = inside ? outsideSlope : 0;
  }
}
