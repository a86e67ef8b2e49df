import { isFinitePoint } from '../../memory/are-finite';
import { Lanes } from '../../memory/lanes';
import { Layout } from '../../memory/layout';
import { Lerp } from '../../memory/lerp';
import { Pointer } from '../../memory/pointer';
import { gatherPoint } from '../taps/gather';
import { PointTaps, RowTaps } from '../taps/plan';
import { lerpRows } from './lerp-rows';
import { listRows, PAIR_BYTES, RowBlend } from './plan';

/**
 * `gatherRow` for a row of an axis-aligned crop: image rows first, columns second. Arguments as there. Points that come
 * out infinite or NaN are sampled tap by tap: differences of large numbers may be, where the sample itself is not.
 */
export function gatherBlendedRow<T>(
  crop: Pointer<f32>,
  cropAt: i32,
  cropLayout: Layout,
  image: Pointer<T>,
  imageAt: i32,
  imageLayout: Layout,
  taps: RowTaps,
  blend: RowBlend,
  point: PointTaps,
  fillValue: f64,
): void {
  const width = cropLayout.width;
  const rows = listRows(blend, taps, imageAt, imageLayout);
  const outside = <f32>(1 - (1 - taps.y.outside[taps.yAt]) * (1 - taps.z.outside[taps.zAt]));
  const length = blend.columns * blend.inner;
  const row = blend.blended.from(blend.inner);
  let sum: f64 = 0;
  for (let plane = 0; plane < blend.planes; plane++) {
    const from = image.from(plane * imageLayout.channelStride);
    lerpRows<T>(row, blend.rowAt, blend.rowWeight, rows, from, length, outside, blend.outside);
    sum += pickColumns(crop.from(cropAt + plane * cropLayout.channelStride), width, blend);
  }
  if (isFinite(sum)) return;
  for (let j = 0; j < width; j++) {
    const at = cropAt + j * cropLayout.xStride;
    if (isFinitePoint(crop, at, cropLayout)) continue;
    gatherPoint<T>(crop, at, cropLayout, j, image, imageAt, imageLayout, taps, point, fillValue);
  }
}

/** The points of a row, from the blended one, and a sum of them, which is finite only if all are. */
function pickColumns(to: Pointer<f32>, width: i32, blend: RowBlend): f64 {
  const inner = blend.inner;
  if (blend.count !== 2) return inner === 1 ? pickValues(to, width, blend) : pickPixels(to, width, blend);
  if (inner === 1) return pickPairs(to, width, blend);
  if (ASC_FEATURE_SIMD) {
    if (inner === 3) return SmallPixels.pickPairs(to, width, blend, 3);
    if (inner === 2) return SmallPixels.pickPairs(to, width, blend, 2);
    if ((inner & 3) === 0) return pickVectorPairs(to, width, blend);
  }
  return pickPixelPairs(to, width, blend);
}

/** Columns of one value each, one tap or four. */
function pickValues(to: Pointer<f32>, width: i32, blend: RowBlend): f64 {
  const row = blend.blended;
  const taps = width * blend.count;
  let sum: f64 = 0;
  for (let j = 0; j < width; j++) {
    const first = row[blend.offset[j]];
    let value: f32 = 0;
    for (let k = j + width; k < taps; k += width) value += blend.weight[k] * (row[blend.offset[k]] - first);
    value += first;
    to[j] = value;
    sum += <f64>value;
  }
  return sum;
}

/** Columns of one value each, two taps side by side, four columns at a time. */
function pickPairs(to: Pointer<f32>, width: i32, blend: RowBlend): f64 {
  const row = blend.blended.at(0);
  let sum: f64 = 0;
  let j = 0;
  if (ASC_FEATURE_SIMD) {
    let sums = f32x4.splat(0);
    for (; j <= width - 4; j += 4) {
      const pair = blend.pairs + <usize>j * PAIR_BYTES;
      const low = Lanes.loadPairs(row + load<u32>(pair), row + load<u32>(pair, 8));
      const high = Lanes.loadPairs(row + load<u32>(pair, 16), row + load<u32>(pair, 24));
      const t = Lanes.seconds(v128.load(pair), v128.load(pair, 16));
      const v = Lerp.four(Lanes.firsts(low, high), Lanes.seconds(low, high), t);
      v128.store(to.at(j), v);
      sums = f32x4.add(sums, v);
    }
    sum = Lanes.sum(sums);
  }
  for (; j < width; j++) {
    const pair = blend.pairs + <usize>j * PAIR_BYTES;
    const at = row + load<u32>(pair);
    const value = Lerp.one(load<f32>(at), load<f32>(at, 4), load<f32>(pair, 4));
    to[j] = value;
    sum += <f64>value;
  }
  return sum;
}

/** Columns of several channels, one tap or four: a pixel is one vector, or a few. */
function pickPixels(to: Pointer<f32>, width: i32, blend: RowBlend): f64 {
  const inner = blend.inner;
  const row = blend.blended;
  const offset = blend.offset;
  const weight = blend.weight;
  const taps = width * blend.count;
  if (ASC_FEATURE_SIMD) {
    let sums = f32x4.splat(0);
    for (let j = 0; j < width; j++) {
      const at = j * inner;
      for (let c = 0; c < inner; c += 4) {
        const first = v128.load(row.at(offset[j] + c));
        let v = f32x4.splat(0);
        for (let k = j + width; k < taps; k += width) {
          const differs = f32x4.sub(v128.load(row.at(offset[k] + c)), first);
          v = f32x4.add(v, f32x4.mul(v128.load32_splat(weight.at(k)), differs));
        }
        v = f32x4.add(first, v);
        Lanes.store(to.at(at + c), v, inner - c);
        sums = f32x4.add(sums, v);
      }
    }
    return Lanes.sum(sums);
  }
  let sum: f64 = 0;
  for (let j = 0; j < width; j++) {
    for (let c = 0; c < inner; c++) {
      const first = row[offset[j] + c];
      let value: f32 = 0;
      for (let k = j + width; k < taps; k += width) value += weight[k] * (row[offset[k] + c] - first);
      value += first;
      to[j * inner + c] = value;
      sum += <f64>value;
    }
  }
  return sum;
}

/** `pickPixels` for two taps side by side. */
function pickPixelPairs(to: Pointer<f32>, width: i32, blend: RowBlend): f64 {
  const inner = blend.inner;
  const step = (<usize>inner) << 2;
  let sum: f64 = 0;
  let out = to.at(0);
  for (let j = 0; j < width; j++) {
    const pair = blend.pairs + <usize>j * PAIR_BYTES;
    let at = blend.blended.at(0) + load<u32>(pair);
    if (ASC_FEATURE_SIMD) {
      const t = v128.load32_splat(pair, 4);
      for (let lanes = inner; lanes > 0; lanes -= 4, at += 16) {
        const v = Lerp.four(v128.load(at), v128.load(at + step), t);
        Lanes.store(out, v, lanes);
        out += (<usize>min(lanes, 4)) << 2;
        sum += Lanes.sum(v);
      }
    } else {
      const t = load<f32>(pair, 4);
      for (const next = out + step; out < next; out += 4, at += 4) {
        const value = Lerp.one(load<f32>(at), load<f32>(at + step), t);
        store<f32>(out, value);
        sum += <f64>value;
      }
    }
  }
  return sum;
}

/** `pickPixelPairs` for whole vectors of channels. */
function pickVectorPairs(to: Pointer<f32>, width: i32, blend: RowBlend): f64 {
  const row = blend.blended.at(0);
  const step = (<usize>blend.inner) << 2;
  let sums = f32x4.splat(0);
  let out = to.at(0);
  let pair = blend.pairs;
  for (const end = pair + <usize>width * PAIR_BYTES; pair < end; pair += PAIR_BYTES) {
    const t = v128.load32_splat(pair, 4);
    let at = row + load<u32>(pair);
    const next = out + step;
    for (; out + 64 <= next; out += 64, at += 64) {
      const second = at + step;
      const v = Lerp.four(v128.load(at), v128.load(second), t);
      v128.store(out, v);
      const w = Lerp.four(v128.load(at, 16), v128.load(second, 16), t);
      v128.store(out, w, 16);
      const x = Lerp.four(v128.load(at, 32), v128.load(second, 32), t);
      v128.store(out, x, 32);
      const y = Lerp.four(v128.load(at, 48), v128.load(second, 48), t);
      v128.store(out, y, 48);
      sums = f32x4.add(sums, f32x4.add(f32x4.add(v, w), f32x4.add(x, y)));
    }
    for (; out < next; out += 16, at += 16) {
      const v = Lerp.four(v128.load(at), v128.load(at + step), t);
      v128.store(out, v);
      sums = f32x4.add(sums, v);
    }
  }
  return Lanes.sum(sums);
}

/** `pickPixelPairs` for 2 or 3 channels, which fit one vector. */
class SmallPixels {
  @inline
  static pickPairs(to: Pointer<f32>, width: i32, blend: RowBlend, inner: i32): f64 {
    const row = blend.blended.at(0);
    const step = (<usize>inner) << 2;
    let sums = f32x4.splat(0);
    let pair = blend.pairs;
    let out = to.at(0);
    // What spills over a pixel is overwritten by the next ones.
    for (const last = pair + <usize>(width - 1) * PAIR_BYTES; pair < last; pair += PAIR_BYTES, out += step) {
      const v = SmallPixels.pickPair(row, pair, step);
      v128.store(out, v);
      sums = f32x4.add(sums, v);
    }
    const v = SmallPixels.pickPair(row, pair, step);
    Lanes.store(out, v, inner);
    return Lanes.sum(f32x4.add(sums, v));
  }

  @inline
  private static pickPair(row: usize, pair: usize, step: usize): v128 {
    const at = row + load<u32>(pair);
    return Lerp.four(v128.load(at), v128.load(at + step), v128.load32_splat(pair, 4));
  }
}
