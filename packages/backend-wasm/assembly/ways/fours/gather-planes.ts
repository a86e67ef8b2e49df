import { BICUBIC, BILINEAR } from '../../axis/modes';
import { Lanes } from '../../memory/lanes';
import { Layout } from '../../memory/layout';
import { Lerp } from '../../memory/lerp';
import { Problem } from '../../memory/problem';
import { Cubic } from './cubic';
import { FourChannels } from './pixels';
import { Fours } from './plan';

/** `gatherFours` where each channel has a plane of its own: a lane per point. */
export function gatherPlanes<T>(
  fours: Fours,
  out: usize,
  to: Layout,
  points: i32,
  pixels: usize,
  from: Layout,
  problem: Problem,
): void {
  const fill = <f32>problem.fillValue;
  const mode = problem.mode;
  if (mode === BILINEAR) {
    gatherBilinear<T>(fours, out, to, points, pixels, from, fill);
    return;
  }
  for (let c = 0; c < from.channels; c++) {
    if (mode === BICUBIC) gatherBicubic<T>(fours, out, points, pixels, fill);
    else gatherNearest<T>(fours, out, points, pixels, fill);
    out += (<usize>to.channelStride) << 2;
    pixels += (<usize>from.channelStride) << alignof<T>();
  }
}

function gatherNearest<T>(fours: Fours, out: usize, points: i32, pixels: usize, fill: f32): void {
  const offset = fours.offset;
  for (let j = 0; j < points; j++, out += 4) {
    const o = offset[j];
    store<f32>(out, o < 0 ? fill : <f32>load<T>(pixels + o));
  }
}

function gatherBilinear<T>(
  fours: Fours,
  out: usize,
  to: Layout,
  points: i32,
  pixels: usize,
  from: Layout,
  fill: f32,
): void {
  const offset = fours.offset;
  const right = fours.right;
  const pair = i32x4.splat(4);
  let j = 0;
  while (j < points) {
    if (isFloat<T>() && j <= points - 4) {
      const o = v128.load(offset.at(j));
      if (!i32x4.bitmask(o) && i32x4.all_true(i32x4.eq(v128.load(right.at(j)), pair))) {
        gatherFourPoints(fours, j, out, to, pixels, from);
        j += 4;
        continue;
      }
    }
    for (const next = min(points, j + 4); j < next; j++) gatherPoint<T>(fours, j, out, to, pixels, from, fill);
  }
}

/** Four points whose taps to the right are the next pixels. */
function gatherFourPoints(fours: Fours, j: i32, out: usize, to: Layout, pixels: usize, from: Layout): void {
  const offset = fours.offset;
  const below = fours.below;
  const x = v128.load(fours.tx.at(j));
  const y = v128.load(fours.ty.at(j));
  const plane = (<usize>from.channelStride) << 2;
  const down0 = below[j];
  const down1 = below[j + 1];
  const down2 = below[j + 2];
  const down3 = below[j + 3];
  let a = pixels + offset[j];
  let b = pixels + offset[j + 1];
  let c = pixels + offset[j + 2];
  let d = pixels + offset[j + 3];
  let at = out + ((<usize>j) << 2);
  for (let n = to.channels; n > 0; n--) {
    let low = Lanes.loadPairs(a, b);
    let high = Lanes.loadPairs(c, d);
    const above = Lerp.four(Lanes.firsts(low, high), Lanes.seconds(low, high), x);
    low = Lanes.loadPairs(a + down0, b + down1);
    high = Lanes.loadPairs(c + down2, d + down3);
    const under = Lerp.four(Lanes.firsts(low, high), Lanes.seconds(low, high), x);
    v128.store(at, Lerp.four(above, under, y));
    at += (<usize>to.channelStride) << 2;
    a += plane;
    b += plane;
    c += plane;
    d += plane;
  }
}

function gatherPoint<T>(fours: Fours, j: i32, out: usize, to: Layout, pixels: usize, from: Layout, fill: f32): void {
  const o = fours.offset[j];
  const right = fours.right[j];
  const down = fours.below[j];
  const x = fours.tx[j];
  const y = fours.ty[j];
  let a = pixels + o;
  let at = out + ((<usize>j) << 2);
  for (let n = to.channels; n > 0; n--) {
    if (o < 0) {
      store<f32>(at, fill);
    } else {
      const c = a + down;
      const above = Lerp.one(<f32>load<T>(a), <f32>load<T>(a + right), x);
      const under = Lerp.one(<f32>load<T>(c), <f32>load<T>(c + right), x);
      store<f32>(at, Lerp.one(above, under, y));
    }
    at += (<usize>to.channelStride) << 2;
    a += (<usize>from.channelStride) << alignof<T>();
  }
}

function gatherBicubic<T>(fours: Fours, out: usize, points: i32, pixels: usize, fill: f32): void {
  const offset = fours.offset;
  const tx = fours.tx;
  const ty = fours.ty;
  const down = <usize>fours.y.step;
  const four = changetype<FourChannels<T>>(0);
  for (let j = 0; j < points; j++, out += 4) {
    const o = offset[j];
    if (o < 0) {
      store<f32>(out, fill);
      continue;
    }
    const x = Cubic.weights(v128.load32_splat(tx.at(j)));
    const y = Cubic.weights(v128.load32_splat(ty.at(j)));
    const at = pixels + o;
    const far = at + 2 * down;
    const row = Cubic.sum(
      four.load(at),
      four.load(at + down),
      four.load(far),
      four.load(far + down),
      Cubic.first(y),
      Cubic.third(y),
      Cubic.fourth(y),
    );
    const second = v128.shuffle<f32>(row, row, 1, 1, 1, 1);
    const sum = f32x4.mul(x, f32x4.sub(row, second));
    const both = f32x4.add(sum, v128.shuffle<f32>(sum, sum, 2, 3, 0, 1));
    store<f32>(out, f32x4.extract_lane(second, 0) + (f32x4.extract_lane(both, 0) + f32x4.extract_lane(both, 1)));
  }
}
