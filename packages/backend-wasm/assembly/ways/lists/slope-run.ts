import { Lanes } from '../../memory/lanes';
import { ListsPlan } from './plan';

/**
 * `sumRow` of `slope.ts` for float32 pixels whose taps along x lie side by side from `at` on, in vectors: of four pixels in
 * planes, where `inner` is 1, or of up to four channels of each pixel, which are `lanes`. `dy` is theirs.
 */
export function sumRun(plan: ListsPlan, at: usize, dy: usize, inner: i32, lanes: i32): void {
  let tap = plan.weight.at(0);
  const slopeAt = plan.slope.at(0) - tap;
  const sizeSlopeAt = plan.sizeSlope.at(0) - tap;
  const n = plan.x.taken[0];
  let blend = f32x4.splat(0);
  let slope = f32x4.splat(0);
  let sizeSlope = f32x4.splat(0);
  if (inner === 1) {
    for (let k = n; k > 0; k -= 4, at += 16, tap += 16) {
      const v = Lanes.load(at, k);
      blend = f32x4.add(blend, f32x4.mul(v128.load(tap), v));
      slope = f32x4.add(slope, f32x4.mul(v128.load(tap + slopeAt), v));
      sizeSlope = f32x4.add(sizeSlope, f32x4.mul(v128.load(tap + sizeSlopeAt), v));
    }
  } else {
    const pixel = (<usize>inner) << 2;
    for (let k = n; k > 0; k--, at += pixel, tap += 4) {
      // What is read behind the channels is the next pixel's, but of the last.
      const v = k > 1 ? v128.load(at) : Lanes.load(at, lanes);
      blend = f32x4.add(blend, f32x4.mul(v128.load32_splat(tap), v));
      slope = f32x4.add(slope, f32x4.mul(v128.load32_splat(tap + slopeAt), v));
      sizeSlope = f32x4.add(sizeSlope, f32x4.mul(v128.load32_splat(tap + sizeSlopeAt), v));
    }
  }
  const g = inner === 1 ? v128.load32_splat(dy) : Lanes.load(dy, lanes);
  const mask = Lanes.mask(inner === 1 ? 4 : lanes);
  plan.blend = Lanes.sum(v128.and(mask, f32x4.mul(g, blend)));
  plan.rowSlope = Lanes.sum(v128.and(mask, f32x4.mul(g, slope)));
  plan.rowSizeSlope = Lanes.sum(v128.and(mask, f32x4.mul(g, sizeSlope)));
}
