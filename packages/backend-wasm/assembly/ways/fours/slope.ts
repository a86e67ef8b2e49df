import { BICUBIC, isLinear } from '../../axis/modes';
import { Lanes } from '../../memory/lanes';
import { Lerp } from '../../memory/lerp';
import { Row } from '../../points/row';
import { TapsPlan } from '../taps/plan';
import { slopeOne } from '../taps/slope';
import { Cubic } from './cubic';
import { findCubicEdge, slopeCubicEdge } from './cubic-edges';
import { hasClearSlopes, slopeEdge } from './edges';
import { FourChannels, FourValues, ThreeChannels, ThreeOfFour, TwoChannels } from './pixels';
import { FoursPlan, fitVectors, locateOne, planFours, SINGLE } from './plan';
import { slopePlanes } from './slope-planes';

/** Differentiates a row of bilinear or bicubic points; those on an edge one by one. */
export function slopeFours<T>(row: Row, plan: FoursPlan, tapsPlan: TapsPlan): void {
  planFours(plan, row, true);
  slopePlanned<T>(row, plan);
  if (!plan.hasSingles) return;
  for (let j = 0; j < row.points; j++) {
    if (plan.offset[j] !== SINGLE) continue;
    if (plan.hasEdges && isLinear(row.problem.mode) && hasClearSlopes(row, plan, j)) {
      slopeEdge<T>(row, plan, j);
    } else if (plan.hasEdges && row.problem.mode === BICUBIC && findCubicEdge(row, plan, j)) {
      slopeCubicEdge<T>(row, plan, j);
    } else {
      locateOne(row, j);
      slopeOne<T>(row, j, tapsPlan);
    }
  }
}

function slopePlanned<T>(row: Row, plan: FoursPlan): void {
  const channels = row.image.inner;
  if (channels === 1 || (!isFloat<T>() && channels < 4)) slopePlanes<T>(row, plan);
  else if (!isFloat<T>()) slopePixels<T, FourValues<T>, FourChannels>(row, plan);
  else if (channels > 3) slopePixels<T, FourChannels, FourChannels>(row, plan);
  else if (channels === 2) slopePixels<T, TwoChannels, TwoChannels>(row, plan);
  else if (fitVectors<T>(plan, row)) slopePixels<T, ThreeOfFour, ThreeOfFour>(row, plan);
  else slopePixels<T, ThreeChannels, ThreeChannels>(row, plan);
}

/** `P` reads four values of the image's pixels, `Q` those of dy. */
function slopePixels<T, P, Q>(row: Row, plan: FoursPlan): void {
  if (row.problem.mode === BICUBIC) slopeBicubic<T, P, Q>(row, plan);
  else slopeBilinear<T, P, Q>(row, plan);
}

function slopeBilinear<T, P, Q>(row: Row, plan: FoursPlan): void {
  const channels = row.image.inner;
  const points = row.points;
  const pixels = row.imageAt;
  const offset = plan.offset;
  const right = plan.right;
  const below = plan.below;
  const tx = plan.tx;
  const ty = plan.ty;
  const step = (<usize>channels) << 2;
  let dy = row.cropAt;
  for (let j = 0; j < points; j++, dy += step) {
    const o = offset[j];
    if (o < 0) {
      row.gx[j] = 0;
      row.gy[j] = 0;
      continue;
    }
    const x = v128.load32_splat(tx.at(j));
    const y = v128.load32_splat(ty.at(j));
    const a = pixels + o;
    let gx = Slope.bilinear<P, Q>(a, right[j], below[j], y, dy);
    let gy = Slope.bilinear<P, Q>(a, below[j], right[j], x, dy);
    let n = 4;
    for (; n <= channels - 4; n += 4) {
      const at = a + ((<usize>n) << alignof<T>());
      const g = dy + ((<usize>n) << 2);
      gx = f32x4.add(gx, Slope.bilinear<P, Q>(at, right[j], below[j], y, g));
      gy = f32x4.add(gy, Slope.bilinear<P, Q>(at, below[j], right[j], x, g));
    }
    if (n < channels) {
      // The last vector takes channels once more, which count as 0.
      const last = channels - 4;
      const at = a + ((<usize>last) << alignof<T>());
      const g = dy + ((<usize>last) << 2);
      const counts = i32x4.ge_s(i32x4(0, 1, 2, 3), i32x4.splat(n - last));
      gx = f32x4.add(gx, v128.and(counts, Slope.bilinear<P, Q>(at, right[j], below[j], y, g)));
      gy = f32x4.add(gy, v128.and(counts, Slope.bilinear<P, Q>(at, below[j], right[j], x, g)));
    }
    Slope.store(row, plan, j, gx, gy);
  }
}

function slopeBicubic<T, P, Q>(row: Row, plan: FoursPlan): void {
  const channels = row.image.inner;
  const points = row.points;
  const pixels = row.imageAt;
  const pixel = changetype<P>(0);
  const cotangent = changetype<Q>(0);
  const offset = plan.offset;
  const tx = plan.tx;
  const ty = plan.ty;
  const step = (<usize>channels) << 2;
  const right = <usize>plan.x.step;
  const down = <usize>plan.y.step;
  let dy = row.cropAt;
  for (let j = 0; j < points; j++, dy += step) {
    const o = offset[j];
    if (o < 0) {
      row.gx[j] = 0;
      row.gy[j] = 0;
      continue;
    }
    const x = v128.load32_splat(tx.at(j));
    const y = v128.load32_splat(ty.at(j));
    const wx = Cubic.weights(x);
    const wy = Cubic.weights(y);
    const sx = Cubic.slopes(x);
    const sy = Cubic.slopes(y);
    let gx = f32x4.splat(0);
    let gy = f32x4.splat(0);
    for (let n = 0; n < channels; n += 4) {
      const extra = channels > 4 ? max(n + 4 - channels, 0) : 0;
      const at = pixels + o + ((<usize>(n - extra)) << alignof<T>());
      const g = v128.and(
        pixel.channels(cotangent.load(dy + ((<usize>(n - extra)) << 2))),
        i32x4.ge_s(i32x4(0, 1, 2, 3), i32x4.splat(extra)),
      );
      const alongX = pixel.channels(CubicSlope.sample<P>(pixel, at, right, down, sx, wy));
      const alongY = pixel.channels(CubicSlope.sample<P>(pixel, at, down, right, sy, wx));
      gx = f32x4.add(gx, f32x4.mul(g, alongX));
      gy = f32x4.add(gy, f32x4.mul(g, alongY));
    }
    Slope.store(row, plan, j, gx, gy);
  }
}

/** The slope along the axis of `step` at 4 × 4 pixels: the slopes' sum of each row, and their sum with the weights. */
class CubicSlope {
  @inline
  static sample<P>(pixel: P, at: usize, step: usize, other: usize, s: v128, w: v128): v128 {
    const s0 = Cubic.first(s);
    const s2 = Cubic.third(s);
    const s3 = Cubic.fourth(s);
    const a = CubicSlope.row<P>(pixel, at, step, s0, s2, s3);
    const b = CubicSlope.row<P>(pixel, at + other, step, s0, s2, s3);
    const c = CubicSlope.row<P>(pixel, at + 2 * other, step, s0, s2, s3);
    const d = CubicSlope.row<P>(pixel, at + 3 * other, step, s0, s2, s3);
    return Cubic.sum(a, b, c, d, Cubic.first(w), Cubic.third(w), Cubic.fourth(w));
  }

  /** The slopes of four taps add up to 0. */
  @inline
  static row<P>(pixel: P, at: usize, step: usize, s0: v128, s2: v128, s3: v128): v128 {
    const b = pixel.load(at + step);
    const a = f32x4.mul(s0, f32x4.sub(pixel.load(at), b));
    const c = f32x4.mul(s2, f32x4.sub(pixel.load(at + 2 * step), b));
    const d = f32x4.mul(s3, f32x4.sub(pixel.load(at + 3 * step), b));
    return f32x4.add(f32x4.add(a, c), d);
  }
}

class Slope {
  /** dy times the slope along the axis of `step`, blended along the other, where t says. */
  @inline
  static bilinear<P, Q>(at: usize, step: usize, other: usize, t: v128, dy: usize): v128 {
    const pixel = changetype<P>(0);
    const far = at + other;
    const near = f32x4.sub(pixel.load(at + step), pixel.load(at));
    const slope = Lerp.four(near, f32x4.sub(pixel.load(far + step), pixel.load(far)), t);
    return pixel.channels(f32x4.mul(changetype<Q>(0).load(dy), slope));
  }

  /** Sums up the channels of point j, brings their gradients to normalised coordinates, and stores them. */
  @inline
  static store(row: Row, plan: FoursPlan, j: i32, gx: v128, gy: v128): void {
    const sums = Lanes.sumOfBoth(gx, gy);
    const both = f32x4.mul(v128.shuffle<f32>(sums, sums, 0, 2, 0, 2), v128.load64_zero(plan.slope.at(2 * j)));
    const doubles = f64x2.promote_low_f32x4(both);
    v128.store_lane<f64>(row.gx.at(j), doubles, 0);
    v128.store_lane<f64>(row.gy.at(j), doubles, 1);
  }
}
