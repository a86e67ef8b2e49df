import { BICUBIC, isLinear } from '../../axis/modes';
import { Lerp } from '../../memory/lerp';
import { Row } from '../../points/row';
import { TapsPlan } from '../taps/plan';
import { slopeOne } from '../taps/slope';
import { Cubic } from './cubic';
import { findCubicEdge, slopeCubicEdge } from './cubic-edges';
import { hasClearSlopes, slopeEdge } from './edges';
import { FourChannels, FourValues, ThreeChannels, ThreeOfFour, TwoChannels } from './pixels';
import { FoursPlan, fitVectors, locateOne, SINGLE } from './plan';
import { planFours } from './plan-fours';
import { slopePlanes } from './slope-planes';
import { InImage, InVolume } from './space';

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
  if (channels === 1 || (!isFloat<T>() && (channels < 4 || plan.isVolume))) slopePlanes<T>(row, plan);
  else if (!isFloat<T>()) slopePixels<T, FourValues<T>, FourChannels>(row, plan);
  else if (channels > 3) slopePixels<T, FourChannels, FourChannels>(row, plan);
  else if (channels === 2) slopePixels<T, TwoChannels, TwoChannels>(row, plan);
  else if (fitVectors<T>(plan, row)) slopePixels<T, ThreeOfFour, ThreeOfFour>(row, plan);
  else slopePixels<T, ThreeChannels, ThreeChannels>(row, plan);
}

/** `P` reads four values of the image's pixels, `Q` those of dy. */
function slopePixels<T, P, Q>(row: Row, plan: FoursPlan): void {
  if (row.problem.mode === BICUBIC) slopeBicubic<T, P, Q>(row, plan);
  else if (!plan.isVolume) slopeBilinear<InImage, T, P, Q>(row, plan);
  else if (isFloat<T>()) slopeBilinear<InVolume, T, P, Q>(row, plan);
  else unreachable();
}

/**
 * What the pixels around a point differ by from the first, times dy and summed up over the channels, is all that its slopes
 * are made of.
 */
function slopeBilinear<D, T, P, Q>(row: Row, plan: FoursPlan): void {
  const channels = row.image.inner;
  const points = row.points;
  const pixels = row.imageAt;
  const pixel = changetype<P>(0);
  const offset = plan.offset;
  const isVolume = changetype<D>(0).isVolume;
  const step = (<usize>channels) << 2;
  const none = f32x4.splat(0);
  let dy = row.cropAt;
  for (let j = 0; j < points; j++, dy += step) {
    const o = offset[j];
    if (o < 0) {
      clearSlopes(row, plan, j);
      continue;
    }
    const right = <usize>plan.right[j];
    const below = <usize>plan.below[j];
    const at = pixels + o;
    let b = none;
    let c = none;
    let d = none;
    let e = none;
    let f = none;
    let g = none;
    let h = none;
    for (let n = 0; n < channels; n += 4) {
      // The last vector takes channels once more, which count as 0.
      const extra = channels > 4 ? max(n + 4 - channels, 0) : 0;
      const first = at + ((<usize>(n - extra)) << alignof<T>());
      const from = pixel.load(first);
      let times = changetype<Q>(0).load(dy + ((<usize>(n - extra)) << 2));
      if (extra > 0) times = v128.and(times, i32x4.ge_s(i32x4(0, 1, 2, 3), i32x4.splat(extra)));
      b = f32x4.add(b, Difference.times<P>(first + right, from, times));
      c = f32x4.add(c, Difference.times<P>(first + below, from, times));
      d = f32x4.add(d, Difference.times<P>(first + right + below, from, times));
      if (isVolume) {
        const far = first + plan.behind[j];
        e = f32x4.add(e, Difference.times<P>(far, from, times));
        f = f32x4.add(f, Difference.times<P>(far + right, from, times));
        g = f32x4.add(g, Difference.times<P>(far + below, from, times));
        h = f32x4.add(h, Difference.times<P>(far + right + below, from, times));
      }
    }
    let square = pixel.sums(none, b, c, d);
    const x = v128.load32_splat(plan.tx.at(j));
    const y = v128.load32_splat(plan.ty.at(j));
    if (isVolume) {
      const far = pixel.sums(e, f, g, h);
      const back = f32x4.sub(far, square);
      const columns = Lerp.four(
        v128.shuffle<f32>(back, back, 0, 2, 0, 2),
        v128.shuffle<f32>(back, back, 1, 3, 1, 3),
        x,
      );
      const gz = Lerp.four(columns, v128.shuffle<f32>(columns, columns, 1, 1, 1, 1), y);
      row.gz[j] = <f64>(f32x4.extract_lane(gz, 0) * plan.slopeZ[j]);
      square = Lerp.four(square, far, v128.load32_splat(plan.tz.at(j)));
    }
    const near = f32x4.sub(
      v128.shuffle<f32>(square, square, 1, 2, 1, 2),
      v128.shuffle<f32>(square, square, 0, 0, 0, 0),
    );
    const opposite = f32x4.sub(
      v128.shuffle<f32>(square, square, 3, 3, 3, 3),
      v128.shuffle<f32>(square, square, 2, 1, 2, 1),
    );
    Slope.store(row, plan, j, Lerp.four(near, opposite, v128.shuffle<f32>(y, x, 0, 4, 0, 4)));
  }
}

function clearSlopes(row: Row, plan: FoursPlan, j: i32): void {
  row.gx[j] = 0;
  row.gy[j] = 0;
  if (plan.isVolume) row.gz[j] = 0;
}

class Difference {
  /** That of the pixel at `at` and another one, times dy. */
  @inline
  static times<P>(at: usize, from: v128, dy: v128): v128 {
    return f32x4.mul(dy, f32x4.sub(changetype<P>(0).load(at), from));
  }
}

function slopeBicubic<T, P, Q>(row: Row, plan: FoursPlan): void {
  const channels = row.image.inner;
  const points = row.points;
  const pixels = row.imageAt;
  const pixel = changetype<P>(0);
  const cotangent = changetype<Q>(0);
  const offset = plan.offset;
  const weights = plan.weights;
  const step = (<usize>channels) << 2;
  const right = <usize>plan.x.step;
  const down = <usize>plan.y.step;
  let dy = row.cropAt;
  for (let j = 0; j < points; j++, dy += step) {
    const o = offset[j];
    if (o < 0) {
      clearSlopes(row, plan, j);
      continue;
    }
    const wx = weights.x.at(4 * j);
    const wy = weights.y.at(4 * j);
    const sx = weights.slopeX.at(4 * j);
    const sy = weights.slopeY.at(4 * j);
    let gx = f32x4.splat(0);
    let gy = f32x4.splat(0);
    for (let n = 0; n < channels; n += 4) {
      const extra = channels > 4 ? max(n + 4 - channels, 0) : 0;
      const at = pixels + o + ((<usize>(n - extra)) << alignof<T>());
      const counts = i32x4.ge_s(i32x4(0, 1, 2, 3), i32x4.splat(extra));
      const g = cotangent.load(dy + ((<usize>(n - extra)) << 2));
      const alongX = CubicSlope.sample<P>(pixel, at, right, down, sx, wy);
      const alongY = CubicSlope.sample<P>(pixel, at, down, right, sy, wx);
      gx = f32x4.add(gx, v128.and(counts, f32x4.mul(g, alongX)));
      gy = f32x4.add(gy, v128.and(counts, f32x4.mul(g, alongY)));
    }
    Slope.store(row, plan, j, pixel.sums(gx, gy, gx, gy));
  }
}

/** The slope along the axis of `step` at 4 × 4 pixels: the slopes' sum of each row, and their sum with the weights. */
class CubicSlope {
  @inline
  static sample<P>(pixel: P, at: usize, step: usize, other: usize, s: usize, w: usize): v128 {
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
  /** Brings the gradients of point j, x and y side by side, to normalised coordinates, and stores them. */
  @inline
  static store(row: Row, plan: FoursPlan, j: i32, both: v128): void {
    const doubles = f64x2.promote_low_f32x4(f32x4.mul(both, v128.load64_zero(plan.slope.at(2 * j))));
    v128.store_lane<f64>(row.gx.at(j), doubles, 0);
    v128.store_lane<f64>(row.gy.at(j), doubles, 1);
  }
}
