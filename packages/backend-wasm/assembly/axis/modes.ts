/** The numbers of the modes: src/problem.ts has the same. Nearest is two, as each rounds in its own way. */
export const NEAREST: i32 = 0;
export const BILINEAR: i32 = 1;
export const BICUBIC: i32 = 2;
export const NEAREST_UP: i32 = 3;

/**
 * The modes, one class each, for loops that are generic over them. None has fields: an instance is `changetype<M>(0)`. A
 * point at pixel coordinate x has `taps` taps, from tap `first` on; tap k is at the whole coordinate base + k. With
 * t = x - base, `weight` is that of tap k, and `slope` its derivative by x, times a factor; `a` is Keys's. Where a mode `padsTaps`, padding
 * moves each tap, and not the point. `bases` are those of four points at once, in float32.
 */
@unmanaged
export class Nearest {
  @inline
  get first(): i32 {
    return 0;
  }

  @inline
  get padsTaps(): bool {
    return false;
  }

  @inline
  get taps(): i32 {
    return 1;
  }

  /** Half to even. */
  @inline
  base(x: f64): f64 {
    return nearest(x);
  }

  @inline
  bases(x: v128): v128 {
    return f32x4.nearest(x);
  }

  @inline
  weight(_k: f64, _t: f64, _a: f64): f64 {
    return 1;
  }

  @inline
  slope(_k: f64, _t: f64, _factor: f64, _a: f64): f64 {
    return 0;
  }
}

@unmanaged
export class NearestUp {
  @inline
  get first(): i32 {
    return 0;
  }

  @inline
  get padsTaps(): bool {
    return false;
  }

  @inline
  get taps(): i32 {
    return 1;
  }

  /** Half up. */
  @inline
  base(x: f64): f64 {
    return floor(x + 0.5);
  }

  @inline
  weight(_k: f64, _t: f64, _a: f64): f64 {
    return 1;
  }

  @inline
  slope(_k: f64, _t: f64, _factor: f64, _a: f64): f64 {
    return 0;
  }
}

@unmanaged
export class Bilinear {
  @inline
  get first(): i32 {
    return 0;
  }

  @inline
  get padsTaps(): bool {
    return false;
  }

  @inline
  get taps(): i32 {
    return 2;
  }

  /** Floor and floor + 1, never floor and ceil: at a whole coordinate the second tap weighs 0 but keeps its slope. */
  @inline
  base(x: f64): f64 {
    return floor(x);
  }

  @inline
  bases(x: v128): v128 {
    return f32x4.floor(x);
  }

  @inline
  weight(k: f64, t: f64, _a: f64): f64 {
    return k === 0 ? 1 - t : t;
  }

  @inline
  slope(k: f64, _t: f64, factor: f64, _a: f64): f64 {
    return k === 0 ? -factor : factor;
  }
}

/** Keys's cubic convolution kernel; in PyTorch a is -0.75. */
@unmanaged
export class Bicubic {
  @inline
  get first(): i32 {
    return -1;
  }

  @inline
  get padsTaps(): bool {
    return true;
  }

  @inline
  get taps(): i32 {
    return 4;
  }

  @inline
  base(x: f64): f64 {
    return floor(x);
  }

  @inline
  bases(x: v128): v128 {
    return f32x4.floor(x);
  }

  @inline
  weight(k: f64, t: f64, a: f64): f64 {
    const d = abs(k - t);
    return d <= 1 ? ((a + 2) * d - (a + 3)) * d * d + 1 : ((a * d - 5 * a) * d + 8 * a) * d - 4 * a;
  }

  @inline
  slope(k: f64, t: f64, factor: f64, a: f64): f64 {
    const d = abs(k - t);
    const byDistance: f64 = d <= 1 ? (3 * (a + 2) * d - 2 * (a + 3)) * d : (3 * a * d - 10 * a) * d + 8 * a;
    return factor * (k > t ? -byDistance : byDistance);
  }

  /** The second derivative of the weight by x. */
  @inline
  curvature(k: f64, t: f64, a: f64): f64 {
    const d = abs(k - t);
    return d <= 1 ? 6 * (a + 2) * d - 2 * (a + 3) : 6 * a * d - 10 * a;
  }
}

/** How many taps a point has on each axis. */
export function tapsPerPoint(mode: i32): i32 {
  switch (mode) {
    case NEAREST:
    case NEAREST_UP:
      return 1;
    case BILINEAR:
      return 2;
    case BICUBIC:
      return 4;
    default:
      return unreachable();
  }
}

/** Whether the special ways have loops for it: a new mode is read by its taps until they do. */
export function hasSpecialLoops(mode: i32): bool {
  return mode === NEAREST || mode === BILINEAR || mode === BICUBIC || mode === NEAREST_UP;
}

/** Whether a sample is a pixel as it is. */
export function copiesPixels(mode: i32): bool {
  return tapsPerPoint(mode) === 1;
}

/** Whether a sample lies on the line between two neighbours on each axis. */
export function isLinear(mode: i32): bool {
  return tapsPerPoint(mode) === 2;
}
