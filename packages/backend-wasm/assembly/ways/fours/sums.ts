import { Lanes } from '../../memory/lanes';

/** The sums of an image's gradient: float32, or float64 for `DenseImages`. */
export class Sums {
  /** What is so many bytes of float32 in them. */
  @inline
  static at<A>(bytes: i32): usize {
    return (<usize>bytes) << (alignof<A>() - 2);
  }

  /** Adds the first 1 to 4 lanes of floats, and not a byte more. */
  @inline
  static add<A>(address: usize, v: v128, lanes: i32): void {
    if (sizeof<A>() === 4) {
      Lanes.add(address, v, lanes);
      return;
    }
    const low = f64x2.promote_low_f32x4(v);
    if (lanes === 1) {
      store<f64>(address, load<f64>(address) + f64x2.extract_lane(low, 0));
      return;
    }
    v128.store(address, f64x2.add(v128.load(address), low));
    if (lanes === 2) return;
    const high = f64x2.promote_low_f32x4(v128.shuffle<f32>(v, v, 2, 3, 2, 3));
    if (lanes === 3) store<f64>(address, load<f64>(address, 16) + f64x2.extract_lane(high, 0), 16);
    else v128.store(address, f64x2.add(v128.load(address, 16), high), 16);
  }

  /** Adds weight · g to one. */
  @inline
  static addOne<A>(address: usize, weight: f32, g: f32): void {
    store<A>(address, <A>(load<A>(address) + <A>(weight * g)));
  }

  /** The same, but nothing where the weight is 0, even when g is infinite. */
  @inline
  static addAny<A>(address: usize, weight: f32, g: f32): void {
    if (weight !== 0) Sums.addOne<A>(address, weight, g);
  }
}
