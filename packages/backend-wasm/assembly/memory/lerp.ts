/**
 * A pair of pixels, blended as a + t · (b - a). With t from 0 to below 1 the result is never outside of [a, b], also
 * after rounding, and two equal pixels give just that; (1 - t) · a + t · b would do neither.
 */
export class Lerp {
  @inline
  static one(a: f32, b: f32, t: f32): f32 {
    return a + t * (b - a);
  }

  /** A place between two pixels; one that was snapped onto the first lies a little below 0. */
  @inline
  static place(t: f32): f32 {
    return t < 0 ? 0 : t;
  }

  /** Four places. */
  @inline
  static places(t: v128): v128 {
    return f32x4.pmax(f32x4.splat(0), t);
  }

  /** Four pairs. */
  @inline
  static four(a: v128, b: v128, t: v128): v128 {
    return f32x4.add(a, f32x4.mul(t, f32x4.sub(b, a)));
  }
}
