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
  if (row.problem.mode === BICUBIC) {
    for (let j = 0; j < points; j++) slopeBicubic<T>(row, plan, j);
    return;
  }
  let j = 0;
  while (j < points) {
    if (isFloat<T>()) j = slopeInFours(row, plan, j);
    for (const next = min(points, j + 4); j < next; j++) slopeBilinear<T>(row, plan, j);
  }
}

/** Fours of points from j on, up to one with other taps to the right than the next pixels; says which that is. */
function slopeInFours(row: Row, plan: FoursPlan, j: i32): i32 {
  const last = row.points - 4;
  const offset = plan.offset;
  const rights = plan.right;
  const below = plan.below;
  const pixels = row.imageAt;
  const planes = row.crop.channels;
  const plane = (<usize>row.image.channelStride) << 2;
  const dyPlane = (<usize>row.crop.channelStride) << 2;
  let dy = row.cropAt + ((<usize>j) << 2);
  for (; j <= last; j += 4, dy += 16) {
    if (i32x4.bitmask(v128.load(offset.at(j)))) break;
    if (!i32x4.all_true(i32x4.eq(v128.load(rights.at(j)), i32x4.splat(4)))) break;
    const tx = v128.load(plan.tx.at(j));
    const ty = v128.load(plan.ty.at(j));
    let p0 = pixels + offset[j];
    let p1 = pixels + offset[j + 1];
    let p2 = pixels + offset[j + 2];
    let p3 = pixels + offset[j + 3];
    let at = dy;
    let gx = f32x4.splat(0);
    let gy = f32x4.splat(0);
    for (let n = planes; n > 0; n--) {
      let low = Lanes.loadPairs(p0, p1);
      let high = Lanes.loadPairs(p2, p3);
      const a = Lanes.firsts(low, high);
      const b = Lanes.seconds(low, high);
      low = Lanes.loadPairs(p0 + below[j], p1 + below[j + 1]);
      high = Lanes.loadPairs(p2 + below[j + 2], p3 + below[j + 3]);
      const c = Lanes.firsts(low, high);
      const d = Lanes.seconds(low, high);
      const g = v128.load(at);
      gx = f32x4.add(gx, f32x4.mul(g, Lerp.four(f32x4.sub(b, a), f32x4.sub(d, c), ty)));
      gy = f32x4.add(gy, f32x4.mul(g, Lerp.four(f32x4.sub(c, a), f32x4.sub(d, b), tx)));
      at += dyPlane;
      p0 += plane;
      p1 += plane;
      p2 += plane;
      p3 += plane;
    }
    const low = v128.load(plan.slope.at(2 * j));
    const high = v128.load(plan.slope.at(2 * j), 16);
    storeDoubles(row.gx.at(j), f32x4.mul(gx, Lanes.firsts(low, high)));
    storeDoubles(row.gy.at(j), f32x4.mul(gy, Lanes.seconds(low, high)));
  }
  return j;
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
