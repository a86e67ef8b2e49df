import { FourAxis } from './four-axis';

/** Pixel coordinates of four points at a time, from j on; NaN for infinite ones. */
@unmanaged
export class FourCoordinates {
  /** Those that were found before, in float64: `x` and `y` are lists. */
  @inline
  x(_axis: FourAxis, x: usize, _y: usize, j: i32): v128 {
    return Narrow.four(x + ((<usize>j) << 3));
  }

  @inline
  y(_axis: FourAxis, _x: usize, y: usize, j: i32): v128 {
    return Narrow.four(y + ((<usize>j) << 3));
  }
}

/** Those of a grid: `x` is a list of (x, y). */
@unmanaged
export class FourGridPoints {
  @inline
  x(axis: FourAxis, x: usize, _y: usize, j: i32): v128 {
    const at = x + ((<usize>j) << 3);
    return Narrow.fromUnit(axis, v128.shuffle<f32>(v128.load(at), v128.load(at, 16), 0, 2, 4, 6));
  }

  @inline
  y(axis: FourAxis, x: usize, _y: usize, j: i32): v128 {
    const at = x + ((<usize>j) << 3);
    return Narrow.fromUnit(axis, v128.shuffle<f32>(v128.load(at), v128.load(at, 16), 1, 3, 5, 7));
  }
}

class Narrow {
  @inline
  static four(at: usize): v128 {
    const low = f32x4.demote_f64x2_zero(v128.load(at));
    const high = f32x4.demote_f64x2_zero(v128.load(at, 16));
    return Narrow.finite(v128.shuffle<f64>(low, high, 0, 2));
  }

  @inline
  static fromUnit(axis: FourAxis, g: v128): v128 {
    const scaled = f32x4.mul(g, axis.splat(offsetof<FourAxis>('scale')));
    return Narrow.finite(f32x4.add(scaled, axis.splat(offsetof<FourAxis>('centre'))));
  }

  /** Makes infinite ones NaN. */
  @inline
  static finite(x: v128): v128 {
    return f32x4.add(x, f32x4.sub(x, x));
  }
}
