import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { AxisTaps, pixelsPerUnit } from './axis-taps';
import { dropSlightTaps } from './drop-slight-taps';
import { BICUBIC, BILINEAR, Bicubic, Bilinear, NEAREST, NEAREST_UP, Nearest, NearestUp } from './modes';
import { highestCoordinate, lowestCoordinate, movesPoints } from './pad';
import { BORDER, Border, REFLECTION, Reflection, WRAP, Wrap, ZEROS, Zeros } from './paddings';

/**
 * Computes the taps of the first `points` pixel coordinates in `x` on an axis of `size` pixels. The formulas are PyTorch's
 * `grid_sampler_compute_source_index` and `get_cubic_upsample_coefficients`.
 */
export function computeAxisTaps(taps: AxisTaps, x: Pointer<f64>, points: i32, size: i32, problem: Problem): void {
  switch (problem.mode) {
    case NEAREST:
      computeOf<Nearest>(taps, x, points, size, problem);
      break;
    case NEAREST_UP:
      computeOf<NearestUp>(taps, x, points, size, problem);
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
  switch (problem.paddingMode) {
    case ZEROS:
      compute<M, Zeros>(taps, x, points, size, problem);
      break;
    case BORDER:
      compute<M, Border>(taps, x, points, size, problem);
      break;
    case REFLECTION:
      compute<M, Reflection>(taps, x, points, size, problem);
      break;
    case WRAP:
      compute<M, Wrap>(taps, x, points, size, problem);
      break;
    default:
      unreachable();
  }
}

function compute<M, P>(taps: AxisTaps, x: Pointer<f64>, points: i32, size: i32, problem: Problem): void {
  const alignCorners = problem.alignCorners !== 0;
  const mode = changetype<M>(0);
  const padding = changetype<P>(0);
  const scale = pixelsPerUnit(size, alignCorners);
  const length = <f64>size;
  const lowest = lowestCoordinate(problem);
  const highest = highestCoordinate(length, problem);
  const a = problem.cubicCoefficient;
  const first = <f64>mode.first;
  const end = first + <f64>mode.taps;
  const index = taps.index;
  const weight = taps.weight;
  const slope = taps.slope;
  for (let p = 0, k = 0; p < points; p++) {
    const from = x[p];
    // A point with no place has no taps: all of it is outside, whatever the other axes say.
    const isPlace = from >= lowest && from <= highest;
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
      const w = isPlace ? mode.weight(tap, t, a) : 0;
      const s = isPlace ? mode.slope(tap, t, perUnit, a) : 0;
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
