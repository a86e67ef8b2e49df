import { FourAxis } from './four-axis';

/** The numbers of the paddings: src/problem.ts has the same. */
export const ZEROS: i32 = 0;
export const BORDER: i32 = 1;
export const REFLECTION: i32 = 2;
export const WRAP: i32 = 3;

/**
 * The paddings, one class each, for loops that are generic over them. None has fields: an instance is `changetype<P>(0)`.
 * On an axis of `size` pixels, `coordinate` brings a pixel coordinate into the image; `slope` is its derivative, which is
 * 0 where the coordinate was clipped, the edge pixel's centre included, as in PyTorch; `pixel` is what a whole coordinate
 * outside of the image reads, or -1 for nothing. Where padding `moves` no coordinate, taps may lie outside. `coordinates` and `slopes` are the same for four points at once, in
 * float32, where NaN stays NaN; `slopes` are by the normalised coordinate.
 */
@unmanaged
export class Zeros {
  @inline
  get moves(): bool {
    return false;
  }

  @inline
  coordinate(x: f64, _size: f64, _alignCorners: bool): f64 {
    return x;
  }

  @inline
  slope(_x: f64, _padded: f64, _size: f64, _alignCorners: bool): f64 {
    return 1;
  }

  @inline
  pixel(_i: f64, _size: f64, _alignCorners: bool): i32 {
    return -1;
  }

  @inline
  coordinates(_axis: FourAxis, x: v128): v128 {
    return x;
  }

  @inline
  slopes(axis: FourAxis, _x: v128, _padded: v128): v128 {
    return axis.splat(offsetof<FourAxis>('scale'));
  }
}

@unmanaged
export class Border {
  @inline
  get moves(): bool {
    return true;
  }

  @inline
  coordinate(x: f64, size: f64, _alignCorners: bool): f64 {
    return Edge.clip(x, size);
  }

  @inline
  slope(_x: f64, padded: f64, size: f64, _alignCorners: bool): f64 {
    return padded > 0 && padded < size - 1 ? 1 : 0;
  }

  @inline
  pixel(i: f64, size: f64, alignCorners: bool): i32 {
    return <i32>this.coordinate(i, size, alignCorners);
  }

  @inline
  coordinates(axis: FourAxis, x: v128): v128 {
    const zero = axis.splat(offsetof<FourAxis>('zero'));
    return f32x4.pmin(f32x4.pmax(x, zero), axis.splat(offsetof<FourAxis>('last')));
  }

  @inline
  slopes(axis: FourAxis, _x: v128, padded: v128): v128 {
    const isFree = v128.and(
      f32x4.gt(padded, axis.splat(offsetof<FourAxis>('zero'))),
      f32x4.lt(padded, axis.splat(offsetof<FourAxis>('last'))),
    );
    return v128.and(axis.splat(offsetof<FourAxis>('scale')), isFree);
  }
}

/** Folds back between the outer edges of the image, or between its outer pixels' centres, and is clipped to the latter. */
@unmanaged
export class Reflection {
  @inline
  get moves(): bool {
    return true;
  }

  @inline
  coordinate(x: f64, size: f64, alignCorners: bool): f64 {
    const low: f64 = alignCorners ? 0 : -0.5;
    const span = alignCorners ? size - 1 : size;
    if (span === 0) return 0;
    const m = remainder(abs(x - low), 2 * span);
    return Edge.clip(low + (m < span ? m : 2 * span - m), size);
  }

  @inline
  slope(x: f64, padded: f64, size: f64, alignCorners: bool): f64 {
    if (padded <= 0 || padded >= size - 1) return 0;
    const low: f64 = alignCorners ? 0 : -0.5;
    const span = alignCorners ? size - 1 : size;
    const m = remainder(abs(x - low), 2 * span);
    return x < low === m < span ? -1 : 1;
  }

  @inline
  pixel(i: f64, size: f64, alignCorners: bool): i32 {
    return <i32>this.coordinate(i, size, alignCorners);
  }

  @inline
  coordinates(axis: FourAxis, x: v128): v128 {
    if (axis.areFree(x)) return x;
    const folded = f32x4.add(f32x4.abs(this.fold(axis, x)), axis.splat(offsetof<FourAxis>('low')));
    return changetype<Border>(0).coordinates(axis, folded);
  }

  @inline
  slopes(axis: FourAxis, x: v128, padded: v128): v128 {
    if (axis.areFree(x)) return axis.splat(offsetof<FourAxis>('scale'));
    const sign = v128.and(this.fold(axis, x), i32x4.splat(i32.MIN_VALUE));
    return v128.xor(changetype<Border>(0).slopes(axis, x, padded), sign);
  }

  /** How far from the nearest place that is like the image's beginning; what is below 0 runs backwards. */
  @inline
  private fold(axis: FourAxis, x: v128): v128 {
    const d = f32x4.sub(x, axis.splat(offsetof<FourAxis>('low')));
    const periods = f32x4.nearest(f32x4.mul(d, axis.splat(offsetof<FourAxis>('perPeriod'))));
    return f32x4.sub(d, f32x4.mul(periods, axis.splat(offsetof<FourAxis>('period'))));
  }
}

/** Repeats the image, with a period of `size`: it has no edges, and nothing is outside. */
@unmanaged
export class Wrap {
  @inline
  get moves(): bool {
    return true;
  }

  @inline
  coordinate(x: f64, size: f64, _alignCorners: bool): f64 {
    const place = x - size * floor(x / size);
    return place >= 0 && place < size ? place : 0;
  }

  @inline
  slope(_x: f64, _padded: f64, _size: f64, _alignCorners: bool): f64 {
    return 1;
  }

  @inline
  pixel(i: f64, size: f64, alignCorners: bool): i32 {
    return <i32>this.coordinate(i, size, alignCorners);
  }

  @inline
  coordinates(axis: FourAxis, x: v128): v128 {
    if (axis.areFree(x)) return x;
    const length = axis.splat(offsetof<FourAxis>('length'));
    const place = f32x4.sub(x, f32x4.mul(length, f32x4.floor(f32x4.div(x, length))));
    const isBeside = v128.or(f32x4.lt(place, axis.splat(offsetof<FourAxis>('zero'))), f32x4.ge(place, length));
    return v128.andnot(place, isBeside);
  }

  @inline
  slopes(axis: FourAxis, _x: v128, _padded: v128): v128 {
    return axis.splat(offsetof<FourAxis>('scale'));
  }
}

class Edge {
  /** Wasm's own min and max spend most of their time on NaN. */
  @inline
  static clip(x: f64, size: f64): f64 {
    const last = size - 1;
    return x <= 0 ? 0 : x >= last ? last : x;
  }
}

/** The exact remainder, which is a slow loop, only where the quotient is not 0. */
function remainder(x: f64, by: f64): f64 {
  return x < by ? x : x % by;
}
