import { BICUBIC } from '../../axis/modes';
import { Lanes } from '../../memory/lanes';
import { Layout } from '../../memory/layout';
import { Lerp } from '../../memory/lerp';
import { Pointer } from '../../memory/pointer';
import { Problem } from '../../memory/problem';
import { Cubic } from './cubic';
import { FourChannels, ThreeChannels, ThreeOfFour, TwoChannels } from './pixels';
import { Fours, readsWholeVectors } from './plan';
import { slopePlanes } from './slope-planes';

/**
 * The gradients of the planned points of a row by their normalised coordinates, x and y of each side by side, but of those
 * left to the general way. For bilinear and bicubic ones.
 */
export function slopeFours<T>(
  fours: Fours,
  gradient: Pointer<f32>,
  dy: Pointer<f32>,
  cropAt: i32,
  crop: Layout,
  points: i32,
  image: Pointer<T>,
  imageAt: i32,
  from: Layout,
  problem: Problem,
): void {
  const cubic = problem.mode === BICUBIC;
  const g = dy.at(cropAt);
  const pixels = image.at(imageAt);
  const channels = from.inner;
  if (channels === 1) {
    slopePlanes<T>(fours, gradient, g, crop, points, pixels, from, problem);
  } else if (channels === 2) {
    slopePixels<T, TwoChannels<T>, TwoChannels<f32>>(fours, gradient, g, 2, points, pixels, cubic);
  } else if (channels === 3) {
    const fits =
      readsWholeVectors<T>(fours, imageAt, from, problem) && cropAt + points * 3 < crop.batch * crop.batchStride;
    if (fits) slopePixels<T, ThreeOfFour<T>, ThreeOfFour<f32>>(fours, gradient, g, 3, points, pixels, cubic);
    else slopePixels<T, ThreeChannels<T>, ThreeChannels<f32>>(fours, gradient, g, 3, points, pixels, cubic);
  } else {
    slopePixels<T, FourChannels<T>, FourChannels<f32>>(fours, gradient, g, channels, points, pixels, cubic);
  }
}

function slopePixels<T, P, Q>(
  fours: Fours,
  gradient: Pointer<f32>,
  dy: usize,
  channels: i32,
  points: i32,
  pixels: usize,
  cubic: bool,
): void {
  if (cubic) slopeBicubic<T, P, Q>(fours, gradient, dy, channels, points, pixels);
  else slopeBilinear<T, P, Q>(fours, gradient, dy, channels, points, pixels);
}

function slopeBilinear<T, P, Q>(
  fours: Fours,
  gradient: Pointer<f32>,
  dy: usize,
  channels: i32,
  points: i32,
  pixels: usize,
): void {
  const offset = fours.offset;
  const right = fours.right;
  const below = fours.below;
  const tx = fours.tx;
  const ty = fours.ty;
  const step = (<usize>channels) << 2;
  for (let j = 0; j < points; j++, dy += step) {
    const o = offset[j];
    if (o < 0) {
      store<u64>(gradient.at(2 * j), 0);
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
    Slope.store(fours, gradient, j, gx, gy);
  }
}

function slopeBicubic<T, P, Q>(
  fours: Fours,
  gradient: Pointer<f32>,
  dy: usize,
  channels: i32,
  points: i32,
  pixels: usize,
): void {
  const pixel = changetype<P>(0);
  const cotangent = changetype<Q>(0);
  const offset = fours.offset;
  const tx = fours.tx;
  const ty = fours.ty;
  const step = (<usize>channels) << 2;
  const right = <usize>fours.x.step;
  const down = <usize>fours.y.step;
  for (let j = 0; j < points; j++, dy += step) {
    const o = offset[j];
    if (o < 0) {
      store<u64>(gradient.at(2 * j), 0);
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
    Slope.store(fours, gradient, j, gx, gy);
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
  static store(fours: Fours, gradient: Pointer<f32>, j: i32, gx: v128, gy: v128): void {
    const sums = Lanes.sumOfBoth(gx, gy);
    const both = f32x4.mul(v128.shuffle<f32>(sums, sums, 0, 2, 0, 2), v128.load64_zero(fours.slope.at(2 * j)));
    v128.store_lane<f64>(gradient.at(2 * j), both, 0);
  }
}
