import { FourAxis } from '../../axis/four-axis';
import { BICUBIC } from '../../axis/modes';
import { Lanes } from '../../memory/lanes';
import { Lerp } from '../../memory/lerp';
import { Row } from '../../points/row';
import { Cubic } from './cubic';
import { FourValues } from './pixels';
import { FoursPlan } from './plan';
import { InImage, InVolume } from './space';

/** For images whose channels have a plane each, a lane per point; and for others point by point, channel by channel. */
export function slopePlanes<T>(row: Row, plan: FoursPlan): void {
  const points = row.points;
  if (row.problem.mode === BICUBIC) {
    for (let j = 0; j < points; j++) slopeBicubic<T>(row, plan, j);
    return;
  }
  let j = 0;
  while (j < points) {
    if (isFloat<T>()) j = plan.isVolume ? slopeInFours<InVolume>(row, plan, j) : slopeInFours<InImage>(row, plan, j);
    for (const next = min(points, j + 4); j < next; j++) slopeBilinear<T>(row, plan, j);
  }
}

/** Fours of points from j on, up to one with other taps to the right than the next pixels; says which that is. */
function slopeInFours<D>(row: Row, plan: FoursPlan, j: i32): i32 {
  const last = row.points - 4;
  const offset = plan.offset;
  const rights = plan.right;
  const below = plan.below;
  const behind = plan.behind;
  const isVolume = changetype<D>(0).isVolume;
  const none = f32x4.splat(0);
  const pixels = row.imageAt;
  const planes = row.crop.channels;
  const plane = (<usize>row.image.channelStride) << 2;
  const dyPlane = (<usize>row.crop.channelStride) << 2;
  let dy = row.cropAt + ((<usize>j) << 2);
  for (; j <= last; j += 4, dy += 16) {
    if (i32x4.bitmask(v128.load(offset.at(j)))) break;
    if (!i32x4.all_true(i32x4.eq(v128.load(rights.at(j)), plan.x.splat(offsetof<FourAxis>('step'))))) break;
    const tx = v128.load(plan.tx.at(j));
    const ty = v128.load(plan.ty.at(j));
    let p0 = pixels + offset[j];
    let p1 = pixels + offset[j + 1];
    let p2 = pixels + offset[j + 2];
    let p3 = pixels + offset[j + 3];
    let at = dy;
    let gx = none;
    let gy = none;
    let gz = none;
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
      let alongX = Lerp.four(f32x4.sub(b, a), f32x4.sub(d, c), ty);
      let alongY = Lerp.four(f32x4.sub(c, a), f32x4.sub(d, b), tx);
      if (isVolume) {
        const tz = v128.load(plan.tz.at(j));
        const q0 = p0 + behind[j];
        const q1 = p1 + behind[j + 1];
        const q2 = p2 + behind[j + 2];
        const q3 = p3 + behind[j + 3];
        low = Lanes.loadPairs(q0, q1);
        high = Lanes.loadPairs(q2, q3);
        const e = Lanes.firsts(low, high);
        const f = Lanes.seconds(low, high);
        low = Lanes.loadPairs(q0 + below[j], q1 + below[j + 1]);
        high = Lanes.loadPairs(q2 + below[j + 2], q3 + below[j + 3]);
        const h = Lanes.firsts(low, high);
        const i = Lanes.seconds(low, high);
        alongX = Lerp.four(alongX, Lerp.four(f32x4.sub(f, e), f32x4.sub(i, h), ty), tz);
        alongY = Lerp.four(alongY, Lerp.four(f32x4.sub(h, e), f32x4.sub(i, f), tx), tz);
        const above = Lerp.four(f32x4.sub(e, a), f32x4.sub(f, b), tx);
        const alongZ = Lerp.four(above, Lerp.four(f32x4.sub(h, c), f32x4.sub(i, d), tx), ty);
        gz = f32x4.add(gz, f32x4.mul(g, alongZ));
      }
      gx = f32x4.add(gx, f32x4.mul(g, alongX));
      gy = f32x4.add(gy, f32x4.mul(g, alongY));
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
    if (isVolume) storeDoubles(row.gz.at(j), f32x4.mul(gz, v128.load(plan.slopeZ.at(j))));
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
  let gz: f32 = 0;
  if (o >= 0) {
    const tx = plan.tx[j];
    const ty = plan.ty[j];
    const right = plan.right[j];
    const down = plan.below[j];
    let at = row.imageAt + o;
    let dy = row.cropAt + ((<usize>(j * crop.xStride)) << 2);
    for (let n = 0; n < crop.channels; n++) {
      const t = load<f32>(dy);
      const a = <f32>load<T>(at);
      const b = <f32>load<T>(at + right);
      const c = <f32>load<T>(at + down);
      const d = <f32>load<T>(at + right + down);
      let alongX = Lerp.one(b - a, d - c, ty);
      let alongY = Lerp.one(c - a, d - b, tx);
      if (plan.isVolume) {
        const far = at + plan.behind[j];
        const e = <f32>load<T>(far);
        const f = <f32>load<T>(far + right);
        const g = <f32>load<T>(far + down);
        const h = <f32>load<T>(far + right + down);
        alongX = Lerp.one(alongX, Lerp.one(f - e, h - g, ty), plan.tz[j]);
        alongY = Lerp.one(alongY, Lerp.one(g - e, h - f, tx), plan.tz[j]);
        gz += t * Lerp.one(Lerp.one(e - a, f - b, tx), Lerp.one(g - c, h - d, tx), ty);
      }
      gx += t * alongX;
      gy += t * alongY;
      at += (<usize>from.channelStride) << alignof<T>();
      dy += (<usize>crop.channelStride) << 2;
    }
    gx *= plan.slope[2 * j];
    gy *= plan.slope[2 * j + 1];
    if (plan.isVolume) gz *= plan.slopeZ[j];
  }
  row.gx[j] = <f64>gx;
  row.gy[j] = <f64>gy;
  if (plan.isVolume) row.gz[j] = <f64>gz;
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
  const wx = v128.load(plan.weights.x.at(4 * j));
  const wy = plan.weights.y.at(4 * j);
  const sx = v128.load(plan.weights.slopeX.at(4 * j));
  const sy = plan.weights.slopeY.at(4 * j);
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
  static sum(d0: v128, d2: v128, d3: v128, w: usize): v128 {
    const two = f32x4.add(f32x4.mul(d0, Cubic.first(w)), f32x4.mul(d2, Cubic.third(w)));
    return f32x4.add(two, f32x4.mul(d3, Cubic.fourth(w)));
  }
}
