import { Lanes } from '../../memory/lanes';
import { Pointer } from '../../memory/pointer';
import { BlendPlan } from './plan';

/** Columns j to j + 3 of a plan's run, of one value each: their taps are side by side in the blended row at `row`. */
export class FourColumns {
  /** Σ factor · value over the two taps of each. */
  @inline
  static sumOfTwo(row: usize, plan: BlendPlan, factor: Pointer<f32>, j: i32): v128 {
    const offset = plan.offset.from(j);
    const low = Lanes.loadPairs(row + offset[0], row + offset[1]);
    const high = Lanes.loadPairs(row + offset[2], row + offset[3]);
    const a = f32x4.mul(v128.load(factor.at(j)), Lanes.firsts(low, high));
    const b = f32x4.mul(v128.load(factor.at(plan.width + j)), Lanes.seconds(low, high));
    return f32x4.add(a, b);
  }

  /** Σ factor · value over the four taps of each; or, for samples, whose factors sum to 1, of what differs from the second. */
  @inline
  static sumOfFour(row: usize, plan: BlendPlan, factor: Pointer<f32>, j: i32, isSample: bool): v128 {
    const width = plan.width;
    const first = plan.offset.from(width + j);
    const p = row + first[0];
    const q = row + first[1];
    const r = row + first[2];
    const s = row + first[3];
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
