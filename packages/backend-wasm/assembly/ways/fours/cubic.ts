/**
 * Four taps in a row with weights that add up to 1: the sum is taken of what differs from the second, so that equal pixels
 * give just that.
 */
export class Cubic {
  /** One of the weights that start at an address, in all lanes. */
  @inline
  static first(w: usize): v128 {
    return v128.load32_splat(w);
  }

  @inline
  static third(w: usize): v128 {
    return v128.load32_splat(w, 8);
  }

  @inline
  static fourth(w: usize): v128 {
    return v128.load32_splat(w, 12);
  }

  /** The third and fourth, two lanes each. */
  @inline
  static lastTwo(w: usize): v128 {
    const both = v128.load64_splat(w, 8);
    return v128.shuffle<f32>(both, both, 0, 0, 1, 1);
  }

  /** Four vectors with the weights of all but the second. */
  @inline
  static sum(a: v128, b: v128, c: v128, d: v128, wa: v128, wc: v128, wd: v128): v128 {
    const first = f32x4.mul(f32x4.sub(a, b), wa);
    const third = f32x4.mul(f32x4.sub(c, b), wc);
    const fourth = f32x4.mul(f32x4.sub(d, b), wd);
    return f32x4.add(b, f32x4.add(f32x4.add(first, third), fourth));
  }

  /** The sample of the 4 × 4 pixels from `at` on: columns first, each with the weights y, and then along x. */
  @inline
  static sample<P>(pixel: P, at: usize, right: usize, down: usize, x: usize, y: usize): v128 {
    const y0 = Cubic.first(y);
    const y2 = Cubic.third(y);
    const y3 = Cubic.fourth(y);
    const a = Cubic.column<P>(pixel, at, down, y0, y2, y3);
    const b = Cubic.column<P>(pixel, at + right, down, y0, y2, y3);
    const c = Cubic.column<P>(pixel, at + 2 * right, down, y0, y2, y3);
    const d = Cubic.column<P>(pixel, at + 3 * right, down, y0, y2, y3);
    return Cubic.sum(a, b, c, d, Cubic.first(x), Cubic.third(x), Cubic.fourth(x));
  }

  /** The same for pixels of two channels, whose rows are two vectors: columns first, before pixels are told apart. */
  @inline
  static sampleTwo<P>(pixel: P, at: usize, down: usize, x: usize, y: usize): v128 {
    const y0 = Cubic.first(y);
    const y2 = Cubic.third(y);
    const y3 = Cubic.fourth(y);
    const left = Cubic.column<P>(pixel, at, down, y0, y2, y3);
    const right = Cubic.column<P>(pixel, at + 16, down, y0, y2, y3);
    const second = v128.shuffle<f64>(left, left, 1, 1);
    const first = f32x4.mul(f32x4.sub(left, second), Cubic.first(x));
    const others = f32x4.mul(f32x4.sub(right, second), Cubic.lastTwo(x));
    return f32x4.add(f32x4.add(second, first), f32x4.add(others, v128.shuffle<f64>(others, others, 1, 0)));
  }

  /** The same for three channels, and three vectors. */
  @inline
  static sampleThree<P>(pixel: P, at: usize, down: usize, x: usize, y: usize): v128 {
    const y0 = Cubic.first(y);
    const y2 = Cubic.third(y);
    const y3 = Cubic.fourth(y);
    const a = Cubic.column<P>(pixel, at, down, y0, y2, y3);
    const v = Cubic.column<P>(pixel, at + 16, down, y0, y2, y3);
    const w = Cubic.column<P>(pixel, at + 32, down, y0, y2, y3);
    const b = v128.shuffle<f32>(a, v, 3, 4, 5, 5);
    const c = v128.shuffle<f32>(v, w, 2, 3, 4, 4);
    const d = v128.shuffle<f32>(w, w, 1, 2, 3, 3);
    return Cubic.sum(a, b, c, d, Cubic.first(x), Cubic.third(x), Cubic.fourth(x));
  }

  /** Four pixels one below the other. */
  @inline
  static column<P>(pixel: P, at: usize, down: usize, wa: v128, wc: v128, wd: v128): v128 {
    const far = at + 2 * down;
    return Cubic.sum(pixel.load(at), pixel.load(at + down), pixel.load(far), pixel.load(far + down), wa, wc, wd);
  }
}
