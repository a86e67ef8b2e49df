import { FourAxis } from '../../axis/four-axis';
import { BICUBIC, BILINEAR } from '../../axis/modes';
import { Lanes } from '../../memory/lanes';
import { Lerp } from '../../memory/lerp';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { Cubic } from './cubic';
import { FourValues } from './pixels';
import { FoursPlan } from './plan';
import { InImage, InVolume } from './space';

/** For images whose channels have a plane each, a lane per point; and for others point by point, channel by channel. */
export function gatherPlanes<T>(row: Row, plan: FoursPlan): void {
  if (row.problem.mode === BILINEAR) {
    gatherBilinear<T>(row, plan);
    return;
  }
  const crop = row.crop;
  const fill = row.fill;
  let out = row.cropAt;
  let pixels = row.imageAt;
  for (let c = 0; c < crop.channels; c++) {
    if (row.problem.mode === BICUBIC) gatherBicubic<T>(plan, out, row.points, pixels, fill);
    else if (isFloat<T>()) gatherNearest(plan, out, row.points, pixels, fill);
    else unreachable();
    out += (<usize>crop.channelStride) << 2;
    pixels += (<usize>row.image.channelStride) << alignof<T>();
  }
}

function gatherNearest(plan: FoursPlan, out: usize, points: i32, pixels: usize, fill: f32): void {
  const offset = plan.offset;
  let j = 0;
  for (; j <= points - 4; j += 4, out += 16) {
    if (i32x4.bitmask(v128.load(offset.at(j)))) break;
    let v = v128.load32_zero(pixels + offset[j]);
    v = v128.load32_lane(pixels + offset[j + 1], v, 1);
    v = v128.load32_lane(pixels + offset[j + 2], v, 2);
    v128.store(out, v128.load32_lane(pixels + offset[j + 3], v, 3));
  }
  for (; j < points; j++, out += 4) {
    const o = offset[j];
    store<f32>(out, o < 0 ? fill : load<f32>(pixels + o));
  }
}

function gatherBilinear<T>(row: Row, plan: FoursPlan): void {
  const points = row.points;
  let j = 0;
  while (j < points) {
    if (isFloat<T>()) j = plan.isVolume ? gatherInFours<InVolume>(row, plan, j) : gatherInFours<InImage>(row, plan, j);
    for (const next = min(points, j + 4); j < next; j++) gatherPoint<T>(row, plan, j);
  }
}

/** Samples fours of points from j on, up to one with other taps to the right than the next pixels, and says which that is. */
function gatherInFours<D>(row: Row, plan: FoursPlan, j: i32): i32 {
  const to = row.crop;
  const last = row.points - 4;
  const offset = plan.offset;
  const rights = plan.right;
  const below = plan.below;
  const behind = plan.behind;
  const tx = plan.tx;
  const ty = plan.ty;
  const pixels = row.imageAt;
  const planes = to.channels;
  const plane = (<usize>row.image.channelStride) << 2;
  const outPlane = (<usize>to.channelStride) << 2;
  let out = row.cropAt + ((<usize>j) << 2);
  for (; j <= last; j += 4, out += 16) {
    if (i32x4.bitmask(v128.load(offset.at(j)))) break;
    if (!i32x4.all_true(i32x4.eq(v128.load(rights.at(j)), plan.x.splat(offsetof<FourAxis>('step'))))) break;
    const x = v128.load(tx.at(j));
    const y = v128.load(ty.at(j));
    let a = pixels + offset[j];
    let b = pixels + offset[j + 1];
    let c = pixels + offset[j + 2];
    let d = pixels + offset[j + 3];
    let at = out;
    for (let n = planes; n > 0; n--) {
      let v = FourSquares.sample(a, b, c, d, below, j, x, y);
      if (changetype<D>(0).isVolume) {
        const far = FourSquares.sample(
          a + behind[j],
          b + behind[j + 1],
          c + behind[j + 2],
          d + behind[j + 3],
          below,
          j,
          x,
          y,
        );
        v = Lerp.four(v, far, v128.load(plan.tz.at(j)));
      }
      v128.store(at, v);
      at += outPlane;
      a += plane;
      b += plane;
      c += plane;
      d += plane;
    }
  }
  return j;
}

/** Two pixels of each of four points and the two below them, blended, a lane each. */
class FourSquares {
  @inline
  static sample(a: usize, b: usize, c: usize, d: usize, below: Pointer<i32>, j: i32, x: v128, y: v128): v128 {
    let low = Lanes.loadPairs(a, b);
    let high = Lanes.loadPairs(c, d);
    const above = Lerp.four(Lanes.firsts(low, high), Lanes.seconds(low, high), x);
    low = Lanes.loadPairs(a + below[j], b + below[j + 1]);
    high = Lanes.loadPairs(c + below[j + 2], d + below[j + 3]);
    return Lerp.four(above, Lerp.four(Lanes.firsts(low, high), Lanes.seconds(low, high), x), y);
  }
}

function gatherPoint<T>(row: Row, plan: FoursPlan, j: i32): void {
  const crop = row.crop;
  const fill = row.fill;
  const o = plan.offset[j];
  const right = plan.right[j];
  const down = plan.below[j];
  const x = plan.tx[j];
  const y = plan.ty[j];
  let a = row.imageAt + o;
  let at = row.cropAt + ((<usize>(j * crop.xStride)) << 2);
  for (let n = crop.channels; n > 0; n--) {
    if (o < 0) {
      store<f32>(at, fill);
    } else {
      const value = OneSquare.sample<T>(a, right, down, x, y);
      if (!plan.isVolume) store<f32>(at, value);
      else store<f32>(at, Lerp.one(value, OneSquare.sample<T>(a + plan.behind[j], right, down, x, y), plan.tz[j]));
    }
    at += (<usize>crop.channelStride) << 2;
    a += (<usize>row.image.channelStride) << alignof<T>();
  }
}

class OneSquare {
  @inline
  static sample<T>(a: usize, right: usize, down: usize, x: f32, y: f32): f32 {
    const c = a + down;
    const above = Lerp.one(<f32>load<T>(a), <f32>load<T>(a + right), x);
    return Lerp.one(above, Lerp.one(<f32>load<T>(c), <f32>load<T>(c + right), x), y);
  }
}

function gatherBicubic<T>(plan: FoursPlan, out: usize, points: i32, pixels: usize, fill: f32): void {
  const offset = plan.offset;
  const weightX = plan.weights.x;
  const weightY = plan.weights.y;
  const down = <usize>plan.y.step;
  let j = 0;
  for (; j <= points - 4; j += 4, out += 16) {
    if (i32x4.bitmask(v128.load(offset.at(j)))) {
      for (let k = 0; k < 4; k++) OneCubic.gather<T>(plan, j + k, out + ((<usize>k) << 2), pixels, down, fill);
      continue;
    }
    const a = OneCubic.blend<T>(pixels + offset[j], down, weightY.at(4 * j));
    const b = OneCubic.blend<T>(pixels + offset[j + 1], down, weightY.at(4 * j + 4));
    const c = OneCubic.blend<T>(pixels + offset[j + 2], down, weightY.at(4 * j + 8));
    const d = OneCubic.blend<T>(pixels + offset[j + 3], down, weightY.at(4 * j + 12));
    const seconds = v128.shuffle<f64>(v128.shuffle<f32>(a, b, 1, 5, 1, 5), v128.shuffle<f32>(c, d, 1, 5, 1, 5), 0, 2);
    const sums = Lanes.sumOfEach(
      OneCubic.along(a, weightX.at(4 * j)),
      OneCubic.along(b, weightX.at(4 * j + 4)),
      OneCubic.along(c, weightX.at(4 * j + 8)),
      OneCubic.along(d, weightX.at(4 * j + 12)),
    );
    v128.store(out, f32x4.add(seconds, sums));
  }
  for (; j < points; j++, out += 4) OneCubic.gather<T>(plan, j, out, pixels, down, fill);
}

class OneCubic {
  @inline
  static gather<T>(plan: FoursPlan, j: i32, out: usize, pixels: usize, down: usize, fill: f32): void {
    const o = plan.offset[j];
    if (o < 0) {
      store<f32>(out, fill);
      return;
    }
    const row = OneCubic.blend<T>(pixels + o, down, plan.weights.y.at(4 * j));
    const sum = Lanes.sum(OneCubic.along(row, plan.weights.x.at(4 * j)));
    store<f32>(out, f32x4.extract_lane(row, 1) + <f32>sum);
  }

  /** Four rows of four pixels as one. */
  @inline
  static blend<T>(at: usize, down: usize, weights: usize): v128 {
    return Cubic.column<FourValues<T>>(
      changetype<FourValues<T>>(0),
      at,
      down,
      Cubic.first(weights),
      Cubic.third(weights),
      Cubic.fourth(weights),
    );
  }

  /** What each pixel of a row adds to the second one. */
  @inline
  static along(row: v128, weights: usize): v128 {
    return f32x4.mul(v128.load(weights), f32x4.sub(row, v128.shuffle<f32>(row, row, 1, 1, 1, 1)));
  }
}
