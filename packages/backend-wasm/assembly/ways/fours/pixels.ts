import { Lanes } from '../../memory/lanes';
import { Cubic } from './cubic';

/** How the pixel that starts at an address is read, as a vector of its channels, and how one of a crop is written. */
@unmanaged
export class TwoChannels {
  @inline
  load(address: usize): v128 {
    return v128.load64_zero(address);
  }

  @inline
  store(address: usize, v: v128): void {
    v128.store_lane<f64>(address, v, 0);
  }

  /** The bicubic sample of the pixels from `at` on, with the weights at x and y. */
  @inline
  cubic(at: usize, down: usize, x: usize, y: usize): v128 {
    return Cubic.sampleTwo<FourChannels>(changetype<FourChannels>(0), at, down, x, y);
  }

  /** The sums of the channels of each of four vectors: one lane each. */
  @inline
  sums(a: v128, b: v128, c: v128, d: v128): v128 {
    return Lanes.sumOfTwo(a, b, c, d);
  }
}

/** Three, and not a byte more. */
@unmanaged
export class ThreeChannels {
  @inline
  load(address: usize): v128 {
    return v128.load32_lane(address, v128.load64_zero(address), 2, 8);
  }

  @inline
  store(address: usize, v: v128): void {
    v128.store_lane<f64>(address, v, 0);
    v128.store_lane<f32>(address, v, 2, 8);
  }

  @inline
  cubic(at: usize, down: usize, x: usize, y: usize): v128 {
    return Cubic.sampleThree<FourChannels>(changetype<FourChannels>(0), at, down, x, y);
  }

  @inline
  sums(a: v128, b: v128, c: v128, d: v128): v128 {
    return Lanes.sumOfThree(a, b, c, d);
  }
}

/** Three, and whatever comes next. */
@unmanaged
export class ThreeOfFour {
  @inline
  load(address: usize): v128 {
    return v128.load(address);
  }

  @inline
  store(address: usize, v: v128): void {
    v128.store(address, v);
  }

  @inline
  cubic(at: usize, down: usize, x: usize, y: usize): v128 {
    return Cubic.sampleThree<FourChannels>(changetype<FourChannels>(0), at, down, x, y);
  }

  @inline
  sums(a: v128, b: v128, c: v128, d: v128): v128 {
    return Lanes.sumOfThree(a, b, c, d);
  }
}

@unmanaged
export class FourChannels {
  @inline
  load(address: usize): v128 {
    return v128.load(address);
  }

  @inline
  store(address: usize, v: v128): void {
    v128.store(address, v);
  }

  @inline
  cubic(at: usize, down: usize, x: usize, y: usize): v128 {
    return Cubic.sample<FourChannels>(this, at, 16, down, x, y);
  }

  @inline
  sums(a: v128, b: v128, c: v128, d: v128): v128 {
    return Lanes.sumOfEach(a, b, c, d);
  }
}

/** Four values of any image. */
@unmanaged
export class FourValues<T> {
  @inline
  load(address: usize): v128 {
    if (isFloat<T>()) return v128.load(address);
    if (sizeof<T>() === 4) return f32x4.convert_i32x4_s(v128.load(address));
    const bytes = v128.load32_zero(address);
    return f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes)));
  }

  @inline
  sums(a: v128, b: v128, c: v128, d: v128): v128 {
    return Lanes.sumOfEach(a, b, c, d);
  }
}
