import { Lanes } from '../../memory/lanes';
import { Pointer } from '../../memory/pointer';

/**
 * Columns j to j + 3 of `width`, of one value each, whose taps are side by side in the row at `row`: the first of each is
 * so many bytes from its start. Factors are those of the first taps, then of the second, and so on.
 */
export class FourColumns {
  /** Σ factor · value over the two taps of each. */
  @inline
  static sumOfTwo(row: usize, first: Pointer<i32>, factor: Pointer<f32>, width: i32, j: i32): v128 {
    const low = Lanes.loadPairs(row + first[j], row + first[j + 1]);
    const high = Lanes.loadPairs(row + first[j + 2], row + first[j + 3]);
    const a = f32x4.mul(v128.load(factor.at(j)), Lanes.firsts(low, high));
    const b = f32x4.mul(v128.load(factor.at(width + j)), Lanes.seconds(low, high));
    return f32x4.add(a, b);
  }

  /**
   * Σ factor · value over the four taps of each, where the factors of the second taps come first; or, for samples, whose
   * factors sum to 1, over what differs from the second tap.
   */
  @inline
  static sumOfFour(row: usize, first: Pointer<i32>, factor: Pointer<f32>, width: i32, j: i32, isSample: bool): v128 {
    const p = row + first[j];
    const q = row + first[j + 1];
    const r = row + first[j + 2];
    const s = row + first[j + 3];
    let low = Lanes.loadPairs(p, q);
    let high = Lanes.loadPairs(r, s);
    let a = Lanes.firsts(low, high);
    const b = Lanes.seconds(low, high);
    low = Lanes.loadPairs(p + 8, q + 8);
    high = Lanes.loadPairs(r + 8, s + 8);
    let c = Lanes.firsts(low, high);
    let d = Lanes.seconds(low, high);
    if (isSample) {
      a = f32x4.sub(a, b);
      c = f32x4.sub(c, b);
      d = f32x4.sub(d, b);
    }
    a = f32x4.mul(a, v128.load(factor.at(width + j)));
    c = f32x4.mul(c, v128.load(factor.at(2 * width + j)));
    d = f32x4.mul(d, v128.load(factor.at(3 * width + j)));
    const others = f32x4.add(f32x4.add(a, c), d);
    return f32x4.add(isSample ? b : f32x4.mul(b, v128.load(factor.at(j))), others);
  }
}
