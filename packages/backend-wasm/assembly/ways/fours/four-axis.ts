import { pixelsPerUnit } from '../../axis/axis-taps';
import { BICUBIC, BILINEAR, FLOAT32, INT32, Problem, WRAP, ZEROS } from '../../memory/problem';
import { takeStruct } from '../../memory/scratch';

/** 1.5 · 2^23: the sum of it and a whole float32, up to 2^22 in size, has that number in its low bits. */
const WHOLE: f32 = 12_582_912;
const WHOLE_BITS: i32 = 0x4b400000;

/** The longest axis whose pixels are counted so. */
export const LONGEST: i32 = 1 << 22;

/**
 * An axis of the image, as four points at once see it. It lies in memory for a reason: inside a loop V8 works out again
 * what follows from constants and parameters, in every turn, but not what it reads.
 */
@unmanaged
export class FourAxis {
  /** From [-1, 1] to pixels: g · scale + centre, which is rounded once less than PyTorch's (g + 1) · scale - 1/2. */
  scale: f32;
  centre: f32;
  zero: f32;
  /** The number of pixels, and the last one's coordinate. */
  length: f32;
  last: f32;
  /** Reflection: where the image begins, the distance after which it repeats itself, and 1 / that, or 0. */
  low: f32;
  period: f32;
  perPeriod: f32;
  whole: f32;
  /** What is left of a coordinate's bits, with `whole` added, is the first tap's index. */
  origin: i32;
  /** First taps below this have all their taps inside; others, `near` on, up to `nearEnd` have some. */
  inside: i32;
  near: i32;
  nearEnd: i32;
  lastIndex: i32;
  /** Bytes from pixel to pixel; and from the first tap to the second, where the first is the last pixel. */
  step: i32;
  stepAtLast: i32;

  /** The value at an offset, in all lanes. */
  @inline
  splat(offset: usize): v128 {
    return v128.load32_splat(changetype<usize>(this) + offset);
  }
}

/** The axis of `length` pixels that are `stride` values apart. */
export function createFourAxis(length: i32, stride: i32, problem: Problem): FourAxis {
  const axis = takeStruct<FourAxis>();
  const alignCorners = problem.alignCorners !== 0;
  const zeros = problem.paddingMode === ZEROS;
  const cubic = problem.mode === BICUBIC;
  const span = alignCorners ? length - 1 : length;
  axis.zero = 0;
  axis.scale = <f32>pixelsPerUnit(length, alignCorners);
  axis.centre = <f32>(0.5 * <f64>(length - 1));
  axis.length = <f32>length;
  axis.last = <f32>length - 1;
  axis.low = alignCorners ? 0 : -0.5;
  axis.period = 2 * <f32>span;
  axis.perPeriod = span > 0 ? <f32>(0.5 / <f64>span) : 0;
  axis.whole = WHOLE;
  axis.lastIndex = length - 1;
  axis.step = stride << (problem.imageDtype === FLOAT32 || problem.imageDtype === INT32 ? 2 : 0);
  axis.stepAtLast = problem.paddingMode === WRAP ? -(length - 1) * axis.step : 0;
  axis.origin = WHOLE_BITS;
  axis.inside = length;
  axis.near = 0;
  axis.nearEnd = 0;
  if (cubic) {
    axis.origin = WHOLE_BITS + 1;
    axis.inside = max(length - 3, 0);
    axis.near = 3;
    // Each tap is padded alone: all points that are not inside are left to the general way.
    axis.nearEnd = zeros ? length + 2 : -1;
  } else if (problem.mode === BILINEAR && zeros) {
    axis.inside = length - 1;
    axis.near = 1;
    axis.nearEnd = length;
  }
  return axis;
}
