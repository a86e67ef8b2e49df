/** The first 1 to 4 lanes of a vector of floats: the last pixels and channels that do not fill a whole one. */
export class Lanes {
  /** Reads `lanes` floats and not a byte more; the lanes behind them are 0. */
  @inline
  static load(address: usize, lanes: i32): v128 {
    if (lanes >= 4) return v128.load(address);
    if (lanes === 3) return v128.load_lane<f32>(address, v128.load64_zero(address), 2, 8);
    return lanes === 2 ? v128.load64_zero(address) : v128.load32_zero(address);
  }

  /** Four values of an image as floats, whatever numbers it holds. */
  @inline
  static of<T>(address: usize): v128 {
    if (isFloat<T>()) return v128.load(address);
    if (sizeof<T>() === 4) return f32x4.convert_i32x4_s(v128.load(address));
    const bytes = i16x8.extend_low_i8x16_u(v128.load32_zero(address));
    return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(bytes));
  }

  /** Writes `lanes` floats and not a byte more. */
  @inline
  static store(address: usize, v: v128, lanes: i32): void {
    if (lanes >= 4) {
      v128.store(address, v);
    } else if (lanes === 1) {
      v128.store_lane<f32>(address, v, 0);
    } else {
      v128.store_lane<f64>(address, v, 0);
      if (lanes === 3) v128.store_lane<f32>(address, v, 2, 8);
    }
  }

  /** Adds to `lanes` floats and not a byte more. */
  @inline
  static add(address: usize, v: v128, lanes: i32): void {
    Lanes.store(address, f32x4.add(Lanes.load(address, lanes), v), lanes);
  }

  /** All bits set in the first lanes, for `v128.and`. */
  @inline
  static mask(lanes: i32): v128 {
    return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(lanes));
  }

  /** The sum of all four lanes. */
  @inline
  static sum(v: v128): f64 {
    return (
      <f64>f32x4.extract_lane(v, 0) +
      <f64>f32x4.extract_lane(v, 1) +
      (<f64>f32x4.extract_lane(v, 2) + <f64>f32x4.extract_lane(v, 3))
    );
  }

  /** The sum of all lanes of a, in lane 0, and that of b, in lane 2. */
  @inline
  static sumOfBoth(a: v128, b: v128): v128 {
    const halves = f32x4.add(v128.shuffle<f32>(a, b, 0, 1, 4, 5), v128.shuffle<f32>(a, b, 2, 3, 6, 7));
    return f32x4.add(halves, v128.shuffle<f32>(halves, halves, 1, 0, 3, 2));
  }

  /** The sums of all lanes of each of four vectors: one lane each. */
  @inline
  static sumOfEach(a: v128, b: v128, c: v128, d: v128): v128 {
    const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
    const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
    return f32x4.add(v128.shuffle<f64>(ab, cd, 0, 2), v128.shuffle<f64>(ab, cd, 1, 3));
  }

  /** The same of their first two lanes alone. */
  @inline
  static sumOfTwo(a: v128, b: v128, c: v128, d: v128): v128 {
    const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
    const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
    return f32x4.add(v128.shuffle<f64>(ab, cd, 0, 2), v128.shuffle<f64>(ab, cd, 1, 3));
  }

  /** The same of their first three. */
  @inline
  static sumOfThree(a: v128, b: v128, c: v128, d: v128): v128 {
    const thirds = v128.shuffle<f64>(v128.shuffle<f32>(a, b, 2, 6, 2, 6), v128.shuffle<f32>(c, d, 2, 6, 2, 6), 0, 2);
    return f32x4.add(Lanes.sumOfTwo(a, b, c, d), thirds);
  }

  /** Two floats from each of two addresses: a0 a1 b0 b1. */
  @inline
  static loadPairs(a: usize, b: usize): v128 {
    return v128.load_lane<f64>(b, v128.load64_zero(a), 1);
  }

  /** The first floats of four pairs. */
  @inline
  static firsts(low: v128, high: v128): v128 {
    return v128.shuffle<f32>(low, high, 0, 2, 4, 6);
  }

  /** The second floats of four pairs. */
  @inline
  static seconds(low: v128, high: v128): v128 {
    return v128.shuffle<f32>(low, high, 1, 3, 5, 7);
  }
}
