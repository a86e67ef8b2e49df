import { BICUBIC, BILINEAR } from '../../axis/modes';
import { Layout } from '../../memory/layout';
import { Lerp } from '../../memory/lerp';
import { Pointer } from '../../memory/pointer';
import { Problem } from '../../memory/problem';
import { Cubic } from './cubic';
import { gatherPlanes } from './gather-planes';
import { FourChannels, ThreeChannels, ThreeOfFour, TwoChannels } from './pixels';
import { Fours, GENERAL, readsWholeVectors } from './plan';

/** Samples the planned points of a row but those left to the general way. */
export function gatherFours<T>(
  fours: Fours,
  crop: Pointer<f32>,
  cropAt: i32,
  to: Layout,
  points: i32,
  image: Pointer<T>,
  imageAt: i32,
  from: Layout,
  problem: Problem,
): void {
  const out = crop.at(cropAt);
  const pixels = image.at(imageAt);
  const fill = <f32>problem.fillValue;
  const mode = problem.mode;
  const channels = from.inner;
  if (channels === 1) {
    gatherPlanes<T>(fours, out, to, points, pixels, from, problem);
  } else if (channels === 2) {
    gatherPixels<TwoChannels<T>>(fours, out, 8, points, pixels, fill, mode);
  } else if (channels === 3) {
    // What comes after the crop's last pixel is overwritten later, where it is one.
    const fits = readsWholeVectors<T>(fours, imageAt, from, problem) && cropAt + points * 3 < to.batch * to.batchStride;
    if (fits) gatherPixels<ThreeOfFour<T>>(fours, out, 12, points, pixels, fill, mode);
    else gatherPixels<ThreeChannels<T>>(fours, out, 12, points, pixels, fill, mode);
  } else if (channels === 4) {
    gatherPixels<FourChannels<T>>(fours, out, 16, points, pixels, fill, mode);
  } else {
    gatherDeepPixels<T>(fours, out, channels, points, pixels, fill, mode);
  }
}

function gatherPixels<P>(
  fours: Fours,
  out: usize,
  step: usize,
  points: i32,
  pixels: usize,
  fill: f32,
  mode: i32,
): void {
  if (mode === BILINEAR) gatherBilinear<P>(fours, out, step, points, pixels, fill);
  else if (mode === BICUBIC) gatherBicubic<P>(fours, out, step, points, pixels, fill);
  else gatherNearest<P>(fours, out, step, points, pixels, fill);
}

function gatherNearest<P>(fours: Fours, out: usize, step: usize, points: i32, pixels: usize, fill: f32): void {
  const pixel = changetype<P>(0);
  const offset = fours.offset;
  for (let j = 0; j < points; j++, out += step) {
    const o = offset[j];
    pixel.store(out, o < 0 ? f32x4.splat(fill) : pixel.load(pixels + o));
  }
}

function gatherBilinear<P>(fours: Fours, out: usize, step: usize, points: i32, pixels: usize, fill: f32): void {
  const pixel = changetype<P>(0);
  const offset = fours.offset;
  const right = fours.right;
  const below = fours.below;
  const tx = fours.tx;
  const ty = fours.ty;
  for (let j = 0; j < points; j++, out += step) {
    const o = offset[j];
    if (o < 0) {
      pixel.store(out, f32x4.splat(fill));
      continue;
    }
    const a = pixels + o;
    const b = a + right[j];
    const down = below[j];
    const x = v128.load32_splat(tx.at(j));
    const above = Lerp.four(pixel.load(a), pixel.load(b), x);
    const under = Lerp.four(pixel.load(a + down), pixel.load(b + down), x);
    pixel.store(out, Lerp.four(above, under, v128.load32_splat(ty.at(j))));
  }
}

function gatherBicubic<P>(fours: Fours, out: usize, step: usize, points: i32, pixels: usize, fill: f32): void {
  const pixel = changetype<P>(0);
  const offset = fours.offset;
  const tx = fours.tx;
  const ty = fours.ty;
  const down = <usize>fours.y.step;
  const right = <usize>fours.x.step;
  for (let j = 0; j < points; j++, out += step) {
    const o = offset[j];
    if (o < 0) {
      pixel.store(out, f32x4.splat(fill));
      continue;
    }
    const x = Cubic.weights(v128.load32_splat(tx.at(j)));
    const y = Cubic.weights(v128.load32_splat(ty.at(j)));
    pixel.store(out, Cubic.sample(pixel, pixels + o, right, down, x, y));
  }
}

function gatherDeepPixels<T>(
  fours: Fours,
  out: usize,
  channels: i32,
  points: i32,
  pixels: usize,
  fill: f32,
  mode: i32,
): void {
  for (let j = 0; j < points; j++, out += (<usize>channels) << 2) {
    const o = fours.offset[j];
    if (o === GENERAL) continue;
    if (o < 0) fillPixel(out, channels, fill);
    else if (mode === BILINEAR) DeepPixel.bilinear<T>(fours, j, out, pixels + o, channels);
    else if (mode === BICUBIC) DeepPixel.bicubic<T>(fours, j, out, pixels + o, channels);
    else DeepPixel.nearest<T>(out, pixels + o, channels);
  }
}

function fillPixel(out: usize, channels: i32, fill: f32): void {
  for (let n = 0; n < channels; n++) store<f32>(out + ((<usize>n) << 2), fill);
}

/** One point, four channels at a time: the last vector takes some once more. */
class DeepPixel {
  @inline
  static nearest<T>(out: usize, at: usize, channels: i32): void {
    const pixel = changetype<FourChannels<T>>(0);
    const last = channels - 4;
    for (let n = 0; ; n = min(n + 4, last)) {
      v128.store(out + ((<usize>n) << 2), pixel.load(at + ((<usize>n) << alignof<T>())));
      if (n === last) break;
    }
  }

  @inline
  static bilinear<T>(fours: Fours, j: i32, out: usize, at: usize, channels: i32): void {
    const pixel = changetype<FourChannels<T>>(0);
    const last = channels - 4;
    const right = <usize>fours.right[j];
    const below = <usize>fours.below[j];
    const x = v128.load32_splat(fours.tx.at(j));
    const y = v128.load32_splat(fours.ty.at(j));
    for (let n = 0; ; n = min(n + 4, last)) {
      const a = at + ((<usize>n) << alignof<T>());
      const c = a + below;
      const above = Lerp.four(pixel.load(a), pixel.load(a + right), x);
      const under = Lerp.four(pixel.load(c), pixel.load(c + right), x);
      v128.store(out + ((<usize>n) << 2), Lerp.four(above, under, y));
      if (n === last) break;
    }
  }

  @inline
  static bicubic<T>(fours: Fours, j: i32, out: usize, at: usize, channels: i32): void {
    const pixel = changetype<FourChannels<T>>(0);
    const last = channels - 4;
    const right = <usize>fours.x.step;
    const down = <usize>fours.y.step;
    const x = Cubic.weights(v128.load32_splat(fours.tx.at(j)));
    const y = Cubic.weights(v128.load32_splat(fours.ty.at(j)));
    for (let n = 0; ; n = min(n + 4, last)) {
      v128.store(out + ((<usize>n) << 2), Cubic.sample(pixel, at + ((<usize>n) << alignof<T>()), right, down, x, y));
      if (n === last) break;
    }
  }
}
