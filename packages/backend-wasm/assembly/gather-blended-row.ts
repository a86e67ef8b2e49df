import { Lanes } from './lanes';
import { Layout } from './layout';
import { Pointer } from './pointer';
import { blendImageRows, listRows, PAIR_BYTES, RowBlend } from './row-blend';
import { outsideWeight, RowTaps } from './row-taps';

/** `gatherRow` for a row of an axis-aligned crop: image rows first, columns second. Arguments as there. */
export function gatherBlendedRow<T>(
  crop: Pointer<f32>,
  cropAt: i32,
  cropLayout: Layout,
  image: Pointer<T>,
  imageAt: i32,
  imageLayout: Layout,
  taps: RowTaps,
  blend: RowBlend,
  fillValue: f64,
): void {
  const width = cropLayout.width;
  const rows = listRows(blend, taps, imageAt, imageLayout);
  for (let plane = 0; plane < blend.planes; plane++) {
    blendImageRows<T>(blend.blended, blend, blend.rowWeight, rows, image, plane * imageLayout.channelStride);
    const to = crop.from(cropAt + plane * cropLayout.channelStride);
    if (blend.inner === 1) {
      if (blend.count === 2) pickPairs(to, width, blend);
      else pickValues(to, width, blend);
    } else if (ASC_FEATURE_SIMD && blend.count === 2 && (blend.inner & 3) === 0) {
      pickVectorPairs(to, width, blend);
    } else if (ASC_FEATURE_SIMD && blend.count === 2 && blend.inner < 4) {
      if (blend.inner === 3) SmallPixels.pickPairs(to, width, blend, 3);
      else SmallPixels.pickPairs(to, width, blend, 2);
    } else {
      pickPixels(to, width, blend);
    }
  }
  if (fillValue === 0) return;
  for (let j = 0; j < width; j++) {
    const outside = outsideWeight(taps, j);
    if (outside === 0) continue;
    for (let c = 0; c < cropLayout.channels; c++) {
      const at = cropAt + j * cropLayout.xStride + c * cropLayout.channelStride;
      crop[at] = <f32>(<f64>crop[at] + fillValue * outside);
    }
  }
}

/** Columns of one value each, any number of taps. */
function pickValues(to: Pointer<f32>, width: i32, blend: RowBlend): void {
  const taps = width * blend.count;
  for (let j = 0; j < width; j++) {
    let value: f32 = 0;
    for (let k = j; k < taps; k += width) value += blend.weight[k] * blend.blended[blend.offset[k]];
    to[j] = value;
  }
}

/** `pickValues` for two taps side by side, four columns at a time. */
function pickPairs(to: Pointer<f32>, width: i32, blend: RowBlend): void {
  const row = blend.blended;
  const offset = blend.offset;
  const first = blend.weight;
  const second = blend.weight.from(width);
  let j = 0;
  if (ASC_FEATURE_SIMD) {
    for (; j <= width - 4; j += 4) {
      const low = Lanes.loadPairs(row.at(offset[j]), row.at(offset[j + 1]));
      const high = Lanes.loadPairs(row.at(offset[j + 2]), row.at(offset[j + 3]));
      const a = f32x4.mul(v128.load(first.at(j)), Lanes.firsts(low, high));
      const b = f32x4.mul(v128.load(second.at(j)), Lanes.seconds(low, high));
      v128.store(to.at(j), f32x4.add(a, b));
    }
  }
  for (; j < width; j++) to[j] = first[j] * row[offset[j]] + second[j] * row[offset[j] + 1];
}

/** Columns of several channels, any number of taps: a pixel is one vector, or a few. */
function pickPixels(to: Pointer<f32>, width: i32, blend: RowBlend): void {
  const inner = blend.inner;
  const row = blend.blended;
  const offset = blend.offset;
  const weight = blend.weight;
  const taps = width * blend.count;
  for (let j = 0; j < width; j++) {
    const at = j * inner;
    if (ASC_FEATURE_SIMD) {
      for (let c = 0; c < inner; c += 4) {
        let v = f32x4.mul(v128.load32_splat(weight.at(j)), v128.load(row.at(offset[j] + c)));
        for (let k = j + width; k < taps; k += width) {
          v = f32x4.add(v, f32x4.mul(v128.load32_splat(weight.at(k)), v128.load(row.at(offset[k] + c))));
        }
        Lanes.store(to.at(at + c), v, inner - c);
      }
    } else {
      for (let c = 0; c < inner; c++) {
        let value: f32 = 0;
        for (let k = j; k < taps; k += width) value += weight[k] * row[offset[k] + c];
        to[at + c] = value;
      }
    }
  }
}

/** `pickPixels` for two taps side by side and whole vectors of channels. */
function pickVectorPairs(to: Pointer<f32>, width: i32, blend: RowBlend): void {
  const row = blend.blended.at(0);
  const step = (<usize>blend.inner) << 2;
  let out = to.at(0);
  let pair = blend.pairs;
  for (const end = pair + <usize>width * PAIR_BYTES; pair < end; pair += PAIR_BYTES) {
    const first = v128.load32_splat(pair, 4);
    const second = v128.load32_splat(pair, 8);
    let at = row + load<u32>(pair);
    for (const next = out + step; out < next; out += 16, at += 16) {
      v128.store(out, f32x4.add(f32x4.mul(first, v128.load(at)), f32x4.mul(second, v128.load(at + step))));
    }
  }
}

/** `pickPixels` for two taps side by side and 2 or 3 channels, which fit one vector. */
class SmallPixels {
  @inline
  static pickPairs(to: Pointer<f32>, width: i32, blend: RowBlend, inner: i32): void {
    const row = blend.blended.at(0);
    const step = (<usize>inner) << 2;
    let pair = blend.pairs;
    let out = to.at(0);
    // What spills over a pixel is overwritten by the next ones.
    for (const last = pair + <usize>(width - 1) * PAIR_BYTES; pair < last; pair += PAIR_BYTES, out += step) {
      v128.store(out, SmallPixels.pickPair(row, pair, step));
    }
    Lanes.store(out, SmallPixels.pickPair(row, pair, step), inner);
  }

  @inline
  private static pickPair(row: usize, pair: usize, step: usize): v128 {
    const at = row + load<u32>(pair);
    const first = f32x4.mul(v128.load32_splat(pair, 4), v128.load(at));
    return f32x4.add(first, f32x4.mul(v128.load32_splat(pair, 8), v128.load(at + step)));
  }
}
