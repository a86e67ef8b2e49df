import { FLOAT32, INT32, Problem } from '../memory/problem';
import { takeStruct } from '../memory/scratch';
import { tapsPerPoint } from './modes';

/** 1.5 · 2^23: the sum of it and a whole float32, up to 2^22 in size, has that number in its low bits. */
const WHOLE: f32 = 12_582_912;
const WHOLE_BITS: i32 = 0x4b400000;

/** The longest axis whose pixels are counted so. */
export const LONGEST: i32 = 1 << 22;

/**
 * An axis of the image, as four points at once see it, in float32. It lies in memory for a reason: inside a loop V8 works
 * out again what follows from constants and parameters, in every turn, but not what it reads.
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
  /** First taps below this have all their taps inside; those that with `near` added are at most `nearEnd` have some. */
  inside: i32;
  near: i32;
  nearEnd: i32;
  /** The last pixel, the one behind it, and what padding puts there. */
  lastIndex: i32;
  end: i32;
  afterLast: i32;
  /** Bytes from pixel to pixel; and from the last one to what padding puts behind it. */
  step: i32;
  stepAtLast: i32;

  /** The value at an offset, in all lanes. */
  @inline
  splat(offset: usize): v128 {
    return v128.load32_splat(changetype<usize>(this) + offset);
  }

  /** Pixel coordinates of normalised ones. */
  @inline
  fromUnit(g: v128): v128 {
    return f32x4.add(f32x4.mul(g, this.splat(offsetof<FourAxis>('scale'))), this.splat(offsetof<FourAxis>('centre')));
  }

  /** The indices of the first taps of points at, or after, whole coordinates. */
  @inline
  indices(whole: v128): v128 {
    return i32x4.sub(
      f32x4.add(whole, this.splat(offsetof<FourAxis>('whole'))),
      this.splat(offsetof<FourAxis>('origin')),
    );
  }

  /** The same for points with one tap: it may be what padding puts behind the last pixel. */
  @inline
  padded(index: v128): v128 {
    const isEnd = i32x4.eq(index, this.splat(offsetof<FourAxis>('end')));
    return v128.bitselect(this.splat(offsetof<FourAxis>('afterLast')), index, isEnd);
  }

  /** Whether all of these coordinates lie between the first and the last pixel, where no padding moves or turns a point. */
  @inline
  areFree(x: v128): bool {
    const isFree = v128.and(
      f32x4.gt(x, this.splat(offsetof<FourAxis>('zero'))),
      f32x4.lt(x, this.splat(offsetof<FourAxis>('last'))),
    );
    return i32x4.bitmask(isFree) === 15;
  }

  /** Which first taps have a tap outside. */
  @inline
  areOutside(index: v128): v128 {
    return i32x4.ge_u(index, this.splat(offsetof<FourAxis>('inside')));
  }

  /** Which have some inside, or may have. */
  @inline
  areNear(index: v128): v128 {
    const from = i32x4.add(index, this.splat(offsetof<FourAxis>('near')));
    return i32x4.le_u(from, this.splat(offsetof<FourAxis>('nearEnd')));
  }

  /** Bytes from the first tap to the second. */
  @inline
  steps(index: v128): v128 {
    const isLast = i32x4.eq(index, this.splat(offsetof<FourAxis>('lastIndex')));
    return v128.bitselect(this.splat(offsetof<FourAxis>('stepAtLast')), this.splat(offsetof<FourAxis>('step')), isLast);
  }
}

/** The axis of `length` pixels that are `stride` values apart; for points that its padding moves, or for others. */
export function createFourAxis<P>(length: i32, stride: i32, moves: bool, problem: Problem): FourAxis {
  const axis = takeStruct<FourAxis>();
  const alignCorners = problem.alignCorners !== 0;
  const taps = tapsPerPoint(problem.mode);
  const span = alignCorners ? length - 1 : length;
  const bytes = problem.imageDtype === FLOAT32 || problem.imageDtype === INT32 ? 4 : 1;
  axis.scale = <f32>span / 2;
  axis.centre = <f32>(length - 1) / 2;
  axis.zero = 0;
  axis.length = <f32>length;
  axis.last = <f32>(length - 1);
  axis.low = alignCorners ? 0 : -0.5;
  axis.period = 2 * <f32>span;
  axis.perPeriod = span > 0 ? <f32>(0.5 / <f64>span) : 0;
  axis.whole = WHOLE;
  // Of more than two taps, one lies before the point's own.
  axis.origin = WHOLE_BITS + (taps > 2 ? 1 : 0);
  axis.inside = moves ? length : max(length - taps + 1, 0);
  axis.near = taps - 1;
  axis.nearEnd = length + taps - 2;
  axis.lastIndex = length - 1;
  axis.end = length;
  axis.afterLast = changetype<P>(0).pixel(<f64>length, <f64>length, alignCorners);
  // Where padding moves each tap alone, any point may have some.
  if (!moves && axis.afterLast >= 0) axis.nearEnd = -1;
  axis.step = stride * bytes;
  axis.stepAtLast = (axis.afterLast - axis.lastIndex) * axis.step;
  return axis;
}
