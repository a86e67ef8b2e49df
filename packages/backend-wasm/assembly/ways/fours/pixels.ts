/** How the pixel that starts at an address is read, as a vector of its channels, and how one of a crop is written. */
@unmanaged
export class TwoChannels<T> {
  @inline
  load(address: usize): v128 {
    if (isFloat<T>()) return v128.load64_zero(address);
    if (sizeof<T>() === 4) return f32x4.convert_i32x4_s(v128.load64_zero(address));
    return Bytes.toFloats(v128.load16_lane(address, i32x4.splat(0), 0));
  }

  @inline
  store(address: usize, v: v128): void {
    v128.store_lane<f64>(address, v, 0);
  }

  /** Clears the lanes that are no channels. */
  @inline
  channels(v: v128): v128 {
    return v;
  }
}

/** Three, and not a byte more. */
@unmanaged
export class ThreeChannels<T> {
  @inline
  load(address: usize): v128 {
    if (sizeof<T>() === 4) {
      const three = v128.load32_lane(address, v128.load64_zero(address), 2, 8);
      return isFloat<T>() ? three : f32x4.convert_i32x4_s(three);
    }
    return Bytes.toFloats(v128.load8_lane(address, v128.load16_lane(address, i32x4.splat(0), 0), 2, 2));
  }

  @inline
  store(address: usize, v: v128): void {
    v128.store_lane<f64>(address, v, 0);
    v128.store_lane<f32>(address, v, 2, 8);
  }

  @inline
  channels(v: v128): v128 {
    return v;
  }
}

/** Three, and whatever comes next. */
@unmanaged
export class ThreeOfFour<T> {
  @inline
  load(address: usize): v128 {
    return changetype<FourChannels<T>>(0).load(address);
  }

  @inline
  store(address: usize, v: v128): void {
    v128.store(address, v);
  }

  @inline
  channels(v: v128): v128 {
    return v128.and(v, i32x4(-1, -1, -1, 0));
  }
}

@unmanaged
export class FourChannels<T> {
  @inline
  load(address: usize): v128 {
    if (isFloat<T>()) return v128.load(address);
    if (sizeof<T>() === 4) return f32x4.convert_i32x4_s(v128.load(address));
    return Bytes.toFloats(v128.load32_zero(address));
  }

  @inline
  store(address: usize, v: v128): void {
    v128.store(address, v);
  }

  @inline
  channels(v: v128): v128 {
    return v;
  }
}

class Bytes {
  @inline
  static toFloats(v: v128): v128 {
    return f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v)));
  }
}
