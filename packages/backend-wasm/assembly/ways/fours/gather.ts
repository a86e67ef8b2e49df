import { BICUBIC, BILINEAR, isLinear, NEAREST } from '../../axis/modes';
import { areFinite } from '../../memory/are-finite';
import { Lerp } from '../../memory/lerp';
import { Row } from '../../points/row';
import { gatherInfinite, gatherOne } from '../taps/gather';
import { TapsPlan } from '../taps/plan';
import { copyBytes } from './copy-bytes';
import { Cubic } from './cubic';
import { findCubicEdge, gatherCubicEdge } from './cubic-edges';
import { gatherEdge } from './edges';
import { gatherPlanes } from './gather-planes';
import { FourChannels, FourValues, ThreeChannels, ThreeOfFour, TwoChannels } from './pixels';
import { FoursPlan, fitVectors, locateOne, SINGLE } from './plan';
import { planFours } from './plan-fours';
import { InImage, InVolume } from './space';

/** Samples a row; points on an edge one by one, and those that come out infinite or NaN tap by tap. */
export function gatherFours<T>(row: Row, plan: FoursPlan, tapsPlan: TapsPlan): void {
  planFours(plan, row, false);
  if (sizeof<T>() === 1) {
    if (row.problem.mode === NEAREST) {
      copyBytes(row, plan);
      return;
    }
  }
  gatherPlanned<T>(row, plan);
  if (plan.hasSingles) {
    for (let j = 0; j < row.points; j++) {
      if (plan.offset[j] !== SINGLE) continue;
      if (plan.hasEdges && isLinear(row.problem.mode)) {
        gatherEdge<T>(row, plan, j);
      } else if (plan.hasEdges && findCubicEdge(row, plan, j)) {
        gatherCubicEdge<T>(row, plan, j);
      } else {
        locateOne(row, j);
        gatherOne<T>(row, j, tapsPlan);
      }
    }
  }
  // What was not blended is what it should be.
  if (row.problem.mode === NEAREST) return;
  const crop = row.crop;
  let finite = true;
  for (let c = 0; c < crop.planes; c++) {
    const at = row.cropAt + ((<usize>(c * crop.channelStride)) << 2);
    if (!areFinite(at, row.points * crop.inner)) finite = false;
  }
  if (!finite) gatherInfinite<T>(row, tapsPlan);
}

function gatherPlanned<T>(row: Row, plan: FoursPlan): void {
  const channels = row.image.inner;
  if (channels === 1 || (!isFloat<T>() && (channels < 4 || plan.isVolume))) {
    gatherPlanes<T>(row, plan);
  } else if (!isFloat<T>() || channels > 4) {
    gatherDeepPixels<T>(row, plan);
  } else if (channels === 4) {
    gatherPixels<FourChannels>(row, plan);
  } else if (channels === 2) {
    gatherPixels<TwoChannels>(row, plan);
  } else if (fitVectors<T>(plan, row)) {
    // What comes after the row's last pixel is written later.
    gatherPixels<ThreeOfFour>(row, plan);
  } else {
    gatherPixels<ThreeChannels>(row, plan);
  }
}

function gatherPixels<P>(row: Row, plan: FoursPlan): void {
  const out = row.cropAt;
  const step = (<usize>row.crop.xStride) << 2;
  const fill = row.fill;
  switch (row.problem.mode) {
    case NEAREST:
      gatherNearest<P>(plan, out, step, row.points, row.imageAt, fill);
      break;
    case BILINEAR:
      if (plan.isVolume) gatherBilinear<InVolume, P>(plan, out, step, row.points, row.imageAt, fill);
      else gatherBilinear<InImage, P>(plan, out, step, row.points, row.imageAt, fill);
      break;
    case BICUBIC:
      gatherBicubic<P>(plan, out, step, row.points, row.imageAt, fill);
      break;
    default:
      unreachable();
  }
}

function gatherNearest<P>(plan: FoursPlan, out: usize, step: usize, points: i32, pixels: usize, fill: f32): void {
  const pixel = changetype<P>(0);
  const offset = plan.offset;
  for (let j = 0; j < points; j++, out += step) {
    const o = offset[j];
    pixel.store(out, o < 0 ? f32x4.splat(fill) : pixel.load(pixels + o));
  }
}

function gatherBilinear<D, P>(plan: FoursPlan, out: usize, step: usize, points: i32, pixels: usize, fill: f32): void {
  const pixel = changetype<P>(0);
  const offset = plan.offset;
  const right = plan.right;
  const below = plan.below;
  const behind = plan.behind;
  const tx = plan.tx;
  const ty = plan.ty;
  const tz = plan.tz;
  const isVolume = changetype<D>(0).isVolume;
  for (let j = 0; j < points; j++, out += step) {
    const o = offset[j];
    if (o < 0) {
      pixel.store(out, f32x4.splat(fill));
      continue;
    }
    const at = pixels + o;
    const x = v128.load32_splat(tx.at(j));
    const y = v128.load32_splat(ty.at(j));
    let v = Square.sample<P>(at, right[j], below[j], x, y);
    if (isVolume) {
      const far = Square.sample<P>(at + behind[j], right[j], below[j], x, y);
      v = Lerp.four(v, far, v128.load32_splat(tz.at(j)));
    }
    pixel.store(out, v);
  }
}

function gatherBicubic<P>(plan: FoursPlan, out: usize, step: usize, points: i32, pixels: usize, fill: f32): void {
  const pixel = changetype<P>(0);
  const offset = plan.offset;
  const weights = plan.weights;
  const down = <usize>plan.y.step;
  for (let j = 0; j < points; j++, out += step) {
    const o = offset[j];
    if (o < 0) {
      pixel.store(out, f32x4.splat(fill));
      continue;
    }
    pixel.store(out, pixel.cubic(pixels + o, down, weights.x.at(4 * j), weights.y.at(4 * j)));
  }
}

function gatherDeepPixels<T>(row: Row, plan: FoursPlan): void {
  const channels = row.crop.channels;
  const mode = row.problem.mode;
  const fill = row.fill;
  let out = row.cropAt;
  for (let j = 0; j < row.points; j++, out += (<usize>channels) << 2) {
    const o = plan.offset[j];
    if (o === SINGLE) continue;
    if (o < 0) {
      fillPixel(out, channels, fill);
      continue;
    }
    if (isFloat<T>()) {
      if (plan.isVolume && mode === BILINEAR) {
        DeepPixel.bilinear<InVolume, T>(plan, j, out, row.imageAt + o, channels);
        continue;
      }
    }
    if (mode === BILINEAR) DeepPixel.bilinear<InImage, T>(plan, j, out, row.imageAt + o, channels);
    else if (mode === BICUBIC) DeepPixel.bicubic<T>(plan, j, out, row.imageAt + o, channels);
    else if (isFloat<T>()) DeepPixel.nearest(out, row.imageAt + o, channels);
    else unreachable();
  }
}

function fillPixel(out: usize, channels: i32, fill: f32): void {
  for (let n = 0; n < channels; n++) store<f32>(out + ((<usize>n) << 2), fill);
}

/** Four pixels, blended along x and then along y. */
class Square {
  @inline
  static sample<P>(at: usize, right: usize, below: usize, x: v128, y: v128): v128 {
    const pixel = changetype<P>(0);
    const under = at + below;
    const first = Lerp.four(pixel.load(at), pixel.load(at + right), x);
    return Lerp.four(first, Lerp.four(pixel.load(under), pixel.load(under + right), x), y);
  }
}

/** One point, four channels at a time: the last vector takes some once more. */
class DeepPixel {
  @inline
  static nearest(out: usize, at: usize, channels: i32): void {
    const last = channels - 4;
    for (let n = 0; ; n = min(n + 4, last)) {
      v128.store(out + ((<usize>n) << 2), v128.load(at + ((<usize>n) << 2)));
      if (n === last) break;
    }
  }

  @inline
  static bilinear<D, T>(plan: FoursPlan, j: i32, out: usize, at: usize, channels: i32): void {
    const last = channels - 4;
    const right = <usize>plan.right[j];
    const below = <usize>plan.below[j];
    const x = v128.load32_splat(plan.tx.at(j));
    const y = v128.load32_splat(plan.ty.at(j));
    for (let n = 0; ; n = min(n + 4, last)) {
      const a = at + ((<usize>n) << alignof<T>());
      let v = Square.sample<FourValues<T>>(a, right, below, x, y);
      if (changetype<D>(0).isVolume) {
        const far = Square.sample<FourValues<T>>(a + plan.behind[j], right, below, x, y);
        v = Lerp.four(v, far, v128.load32_splat(plan.tz.at(j)));
      }
      v128.store(out + ((<usize>n) << 2), v);
      if (n === last) break;
    }
  }

  @inline
  static bicubic<T>(plan: FoursPlan, j: i32, out: usize, at: usize, channels: i32): void {
    const pixel = changetype<FourValues<T>>(0);
    const last = channels - 4;
    const right = <usize>plan.x.step;
    const down = <usize>plan.y.step;
    const x = plan.weights.x.at(4 * j);
    const y = plan.weights.y.at(4 * j);
    for (let n = 0; ; n = min(n + 4, last)) {
      v128.store(out + ((<usize>n) << 2), Cubic.sample(pixel, at + ((<usize>n) << alignof<T>()), right, down, x, y));
      if (n === last) break;
    }
  }
}
