import { BICUBIC } from '../../axis/modes';
import { Lanes } from '../../memory/lanes';
import { Lerp } from '../../memory/lerp';
import { Row } from '../../points/row';
import { Cubic } from './cubic';
import { FourValues } from './pixels';
import { FoursPlan } from './plan';

/** For images whose channels have a plane each, a lane per point; and for others point by point, channel by channel. */
export function slopePlanes<T>(row: Row, plan: FoursPlan): void {
  const points = row.points;
  const isCubic = row.problem.mode === BICUBIC;
  const areNext = i32x4.splat(4);
  let j = 0;
  while (j < points) {
    if (isFloat<T>() && !isCubic && j <= points - 4) {
      const o = v128.load(plan.offset.at(j));
      if (!i32x4.bitmask(o) && i32x4.all_true(i32x4.eq(v128.load(plan.right.at(j)), areNext))) {
        slopeFourPoints(row, plan, j);
        j += 4;
        continue;
      }
    }
    for (const next = min(points, j + 4); j < next; j++) {
      if (isCubic) slopeBicubic<T>(row, plan, j);
      else slopeBilinear<T>(row, plan, j);
    }
  }
}

/** Four points whose taps to the right are the next pixels. */
function slopeFourPoints(row: Row, plan: FoursPlan, j: i32): void {
  const from = row.image;
  const crop = row.crop;
  const offset = plan.offset;
  const below = plan.below;
  const tx = v128.load(plan.tx.at(j));
  const ty = v128.load(plan.ty.at(j));
  const down0 = below[j];
  const down1 = below[j + 1];
  const down2 = below[j + 2];
  const down3 = below[j + 3];
  let p0 = row.imageAt + offset[j];
  let p1 = row.imageAt + offset[j + 1];
  let p2 = row.imageAt + offset[j + 2];
  let p3 = row.imageAt + offset[j + 3];
  let at = row.cropAt + ((<usize>j) << 2);
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
  const slope = plan.slope.at(2 * j);
  const low = v128.load(slope);
  const high = v128.load(slope, 16);
  storeDoubles(row.gx.at(j), f32x4.mul(gx, Lanes.firsts(low, high)));
  storeDoubles(row.gy.at(j), f32x4.mul(gy, Lanes.seconds(low, high)));
}

function storeDoubles(address: usize, v: v128): void {
  v128.store(address, f64x2.promote_low_f32x4(v));
  v128.store(address, f64x2.promote_low_f32x4(v128.shuffle<f32>(v, v, 2, 3, 2, 3)), 16);
}

function slopeBilinear<T>(row: Row, plan: FoursPlan, j: i32): void {
  const from = row.image;
  const crop = row.crop;
  const o = plan.offset[j];
  let gx: f32 = 0;
  let gy: f32 = 0;
  if (o >= 0) {
    const tx = plan.tx[j];
    const ty = plan.ty[j];
    const down = plan.below[j];
    let a = row.imageAt + o;
    let at = row.cropAt + ((<usize>(j * crop.xStride)) << 2);
    for (let c = 0; c < crop.channels; c++) {
      const b = a + plan.right[j];
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
    gx *= plan.slope[2 * j];
    gy *= plan.slope[2 * j + 1];
  }
  row.gx[j] = <f64>gx;
  row.gy[j] = <f64>gy;
}

function slopeBicubic<T>(row: Row, plan: FoursPlan, j: i32): void {
  const from = row.image;
  const crop = row.crop;
  const o = plan.offset[j];
  if (o < 0) {
    row.gx[j] = 0;
    row.gy[j] = 0;
    return;
  }
  const four = changetype<FourValues<T>>(0);
  const tx = v128.load32_splat(plan.tx.at(j));
  const ty = v128.load32_splat(plan.ty.at(j));
  const wx = Cubic.weights(tx);
  const wy = Cubic.weights(ty);
  const sx = Cubic.slopes(tx);
  const sy = Cubic.slopes(ty);
  const down = <usize>plan.y.step;
  let a = row.imageAt + o;
  let at = row.cropAt + ((<usize>(j * crop.xStride)) << 2);
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
  row.gx[j] = <f64>(f32x4.extract_lane(sums, 0) * plan.slope[2 * j]);
  row.gy[j] = <f64>(f32x4.extract_lane(sums, 2) * plan.slope[2 * j + 1]);
}

class Rows {
  @inline
  static sum(d0: v128, d2: v128, d3: v128, w: v128): v128 {
    const two = f32x4.add(f32x4.mul(d0, Cubic.first(w)), f32x4.mul(d2, Cubic.third(w)));
    return f32x4.add(two, f32x4.mul(d3, Cubic.fourth(w)));
  }
}
