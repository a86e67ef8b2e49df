import { BICUBIC } from '../../axis/modes';
import { Lanes } from '../../memory/lanes';
import { Layout } from '../../memory/layout';
import { Lerp } from '../../memory/lerp';
import { Pointer } from '../../memory/pointer';
import { Problem } from '../../memory/problem';
import { Cubic } from './cubic';
import { FourChannels } from './pixels';
import { Fours } from './plan';

/** `slopeFours` where each channel has a plane of its own. */
export function slopePlanes<T>(
  fours: Fours,
  gradient: Pointer<f32>,
  dy: usize,
  crop: Layout,
  points: i32,
  pixels: usize,
  from: Layout,
  problem: Problem,
): void {
  const cubic = problem.mode === BICUBIC;
  const pair = i32x4.splat(4);
  let j = 0;
  while (j < points) {
    if (isFloat<T>() && !cubic && j <= points - 4) {
      const o = v128.load(fours.offset.at(j));
      if (!i32x4.bitmask(o) && i32x4.all_true(i32x4.eq(v128.load(fours.right.at(j)), pair))) {
        slopeFourPoints(fours, gradient, j, dy, crop, pixels, from);
        j += 4;
        continue;
      }
    }
    for (const next = min(points, cubic ? points : j + 4); j < next; j++) {
      if (cubic) slopeBicubic<T>(fours, gradient, j, dy, crop, pixels, from);
      else slopeBilinear<T>(fours, gradient, j, dy, crop, pixels, from);
    }
  }
}

/** A lane per point. */
function slopeFourPoints(
  fours: Fours,
  gradient: Pointer<f32>,
  j: i32,
  dy: usize,
  crop: Layout,
  pixels: usize,
  from: Layout,
): void {
  const offset = fours.offset;
  const below = fours.below;
  const tx = v128.load(fours.tx.at(j));
  const ty = v128.load(fours.ty.at(j));
  const down0 = below[j];
  const down1 = below[j + 1];
  const down2 = below[j + 2];
  const down3 = below[j + 3];
  let p0 = pixels + offset[j];
  let p1 = pixels + offset[j + 1];
  let p2 = pixels + offset[j + 2];
  let p3 = pixels + offset[j + 3];
  let at = dy + ((<usize>j) << 2);
  let gx = f32x4.splat(0);
  let gy = f32x4.splat(0);
  const plane = (<usize>from.channelStride) << 2;
  for (let c = 0; c < crop.channels; c++) {
    let low = Lanes.loadPairs(p0, p1);
    let high = Lanes.loadPairs(p2, p3);
    const a = Lanes.firsts(low, high);
    const b = Lanes.seconds(low, high);
    low = Lanes.loadPairs(p0 + down0, p1 + down1);
    high = Lanes.loadPairs(p2 + down2, p3 + down3);
    const left = Lanes.firsts(low, high);
    const right = Lanes.seconds(low, high);
    const g = v128.load(at);
    gx = f32x4.add(gx, f32x4.mul(g, Lerp.four(f32x4.sub(b, a), f32x4.sub(right, left), ty)));
    gy = f32x4.add(gy, f32x4.mul(g, Lerp.four(f32x4.sub(left, a), f32x4.sub(right, b), tx)));
    p0 += plane;
    p1 += plane;
    p2 += plane;
    p3 += plane;
    at += (<usize>crop.channelStride) << 2;
  }
  const to = gradient.at(2 * j);
  const slope = fours.slope.at(2 * j);
  v128.store(to, f32x4.mul(v128.shuffle<f32>(gx, gy, 0, 4, 1, 5), v128.load(slope)));
  v128.store(to, f32x4.mul(v128.shuffle<f32>(gx, gy, 2, 6, 3, 7), v128.load(slope, 16)), 16);
}

function slopeBilinear<T>(
  fours: Fours,
  gradient: Pointer<f32>,
  j: i32,
  dy: usize,
  crop: Layout,
  pixels: usize,
  from: Layout,
): void {
  const o = fours.offset[j];
  let gx: f32 = 0;
  let gy: f32 = 0;
  if (o >= 0) {
    const tx = fours.tx[j];
    const ty = fours.ty[j];
    const down = fours.below[j];
    let a = pixels + o;
    let at = dy + ((<usize>j) << 2);
    for (let c = 0; c < crop.channels; c++) {
      const b = a + fours.right[j];
      const g = load<f32>(at);
      const first = <f32>load<T>(a);
      const second = <f32>load<T>(b);
      const third = <f32>load<T>(a + down);
      const fourth = <f32>load<T>(b + down);
      gx += g * Lerp.one(second - first, fourth - third, ty);
      gy += g * Lerp.one(third - first, fourth - second, tx);
      a += (<usize>from.channelStride) << alignof<T>();
      at += (<usize>crop.channelStride) << 2;
    }
    gx *= fours.slope[2 * j];
    gy *= fours.slope[2 * j + 1];
  }
  gradient[2 * j] = gx;
  gradient[2 * j + 1] = gy;
}

function slopeBicubic<T>(
  fours: Fours,
  gradient: Pointer<f32>,
  j: i32,
  dy: usize,
  crop: Layout,
  pixels: usize,
  from: Layout,
): void {
  const o = fours.offset[j];
  if (o < 0) {
    store<u64>(gradient.at(2 * j), 0);
    return;
  }
  const four = changetype<FourChannels<T>>(0);
  const tx = v128.load32_splat(fours.tx.at(j));
  const ty = v128.load32_splat(fours.ty.at(j));
  const wx = Cubic.weights(tx);
  const wy = Cubic.weights(ty);
  const sx = Cubic.slopes(tx);
  const sy = Cubic.slopes(ty);
  const down = <usize>fours.y.step;
  let a = pixels + o;
  let at = dy + ((<usize>j) << 2);
  let gx = f32x4.splat(0);
  let gy = f32x4.splat(0);
  for (let c = 0; c < crop.channels; c++) {
    const g = v128.load32_splat(at);
    const second = four.load(a + down);
    const d0 = f32x4.sub(four.load(a), second);
    const d2 = f32x4.sub(four.load(a + 2 * down), second);
    const d3 = f32x4.sub(four.load(a + 3 * down), second);
    const values = f32x4.add(second, Rows.sum(d0, d2, d3, wy));
    const slopes = Rows.sum(d0, d2, d3, sy);
    // Along x as well, of what differs from the second.
    const v = f32x4.sub(values, v128.shuffle<f32>(values, values, 1, 1, 1, 1));
    const s = v128.shuffle<f32>(slopes, slopes, 1, 1, 1, 1);
    const along = f32x4.add(f32x4.mul(wx, f32x4.sub(slopes, s)), v128.and(s, i32x4(-1, 0, 0, 0)));
    gx = f32x4.add(gx, f32x4.mul(g, f32x4.mul(sx, v)));
    gy = f32x4.add(gy, f32x4.mul(g, along));
    a += (<usize>from.channelStride) << alignof<T>();
    at += (<usize>crop.channelStride) << 2;
  }
  const sums = Lanes.sumOfBoth(gx, gy);
  gradient[2 * j] = f32x4.extract_lane(sums, 0) * fours.slope[2 * j];
  gradient[2 * j + 1] = f32x4.extract_lane(sums, 2) * fours.slope[2 * j + 1];
}

class Rows {
  @inline
  static sum(d0: v128, d2: v128, d3: v128, w: v128): v128 {
    const two = f32x4.add(f32x4.mul(d0, Cubic.first(w)), f32x4.mul(d2, Cubic.third(w)));
    return f32x4.add(two, f32x4.mul(d3, Cubic.fourth(w)));
  }
}
