import { FourAxis } from './four-axis';

/** How four coordinates are brought into the image, and the slopes of the padded ones by the normalised ones. NaN stays. */
@unmanaged
export class ZerosPadding {
  @inline
  pad(_axis: FourAxis, x: v128): v128 {
    return x;
  }

  @inline
  round(_axis: FourAxis, padded: v128): v128 {
    return f32x4.nearest(padded);
  }

  @inline
  slope(axis: FourAxis, _x: v128, _padded: v128): v128 {
    return axis.splat(offsetof<FourAxis>('scale'));
  }
}

@unmanaged
export class BorderPadding {
  @inline
  pad(axis: FourAxis, x: v128): v128 {
    return Clip.into(axis, x);
  }

  @inline
  round(_axis: FourAxis, padded: v128): v128 {
    return f32x4.nearest(padded);
  }

  @inline
  slope(axis: FourAxis, _x: v128, padded: v128): v128 {
    return Clip.slope(axis, padded);
  }
}

@unmanaged
export class ReflectionPadding {
  @inline
  pad(axis: FourAxis, x: v128): v128 {
    const low = axis.splat(offsetof<FourAxis>('low'));
    return Clip.into(axis, f32x4.add(f32x4.abs(ReflectionPadding.fold(axis, x)), low));
  }

  @inline
  round(_axis: FourAxis, padded: v128): v128 {
    return f32x4.nearest(padded);
  }

  @inline
  slope(axis: FourAxis, x: v128, padded: v128): v128 {
    const sign = v128.and(ReflectionPadding.fold(axis, x), i32x4.splat(i32.MIN_VALUE));
    return v128.xor(Clip.slope(axis, padded), sign);
  }

  /** How far from the nearest place like the image's beginning; below 0 runs backwards. */
  @inline
  static fold(axis: FourAxis, x: v128): v128 {
    const d = f32x4.sub(x, axis.splat(offsetof<FourAxis>('low')));
    const periods = f32x4.nearest(f32x4.mul(d, axis.splat(offsetof<FourAxis>('perPeriod'))));
    return f32x4.sub(d, f32x4.mul(periods, axis.splat(offsetof<FourAxis>('period'))));
  }
}

@unmanaged
export class WrapPadding {
  @inline
  pad(axis: FourAxis, x: v128): v128 {
    const length = axis.splat(offsetof<FourAxis>('length'));
    const place = f32x4.sub(x, f32x4.mul(length, f32x4.floor(f32x4.div(x, length))));
    // Rounding may put a place beside the image, which is then its beginning. Not so for NaN.
    const beside = v128.or(f32x4.lt(place, f32x4.splat(0)), f32x4.ge(place, length));
    return v128.andnot(place, beside);
  }

  @inline
  round(axis: FourAxis, padded: v128): v128 {
    const rounded = f32x4.nearest(padded);
    return v128.andnot(rounded, f32x4.ge(rounded, axis.splat(offsetof<FourAxis>('length'))));
  }

  @inline
  slope(axis: FourAxis, _x: v128, _padded: v128): v128 {
    return axis.splat(offsetof<FourAxis>('scale'));
  }
}

class Clip {
  @inline
  static into(axis: FourAxis, x: v128): v128 {
    const zero = axis.splat(offsetof<FourAxis>('zero'));
    return f32x4.pmin(f32x4.pmax(x, zero), axis.splat(offsetof<FourAxis>('last')));
  }

  /** 0 where the coordinate was clipped, the edge pixel's centre included. */
  @inline
  static slope(axis: FourAxis, padded: v128): v128 {
    const zero = axis.splat(offsetof<FourAxis>('zero'));
    const last = axis.splat(offsetof<FourAxis>('last'));
    const free = v128.and(f32x4.gt(padded, zero), f32x4.lt(padded, last));
    return v128.and(axis.splat(offsetof<FourAxis>('scale')), free);
  }
}
