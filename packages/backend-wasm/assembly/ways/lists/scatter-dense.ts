import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { blendRows } from '../blended-rows/sum-rows';
import { RowTaps } from '../taps/plan';
import { AxisLists, listTaps } from './axis-lists';
import { ImageLists, listDyRows } from './scatter';

/** So few terms are added up in float32. */
const MOST_TERMS: i32 = 16;

/**
 * `addCropGradient` to the float64 sums of one image; `row` has room for a row of the crop. What a crop adds to a pixel is
 * often a sum of few terms: then only the crops are added up in float64.
 */
export function addDenseCropGradient(
  sums: Pointer<f64>,
  imageLayout: Layout,
  dy: Pointer<f32>,
  dyAt: i32,
  cropLayout: Layout,
  taps: RowTaps,
  lists: ImageLists,
  row: Pointer<f64>,
): void {
  const y = lists.y;
  const z = lists.z;
  const inner = cropLayout.inner;
  listTaps(lists.x, taps.x, cropLayout.width, imageLayout.width);
  listTaps(y, taps.y, cropLayout.height, imageLayout.height);
  listTaps(z, taps.z, cropLayout.depth, imageLayout.depth);
  for (let c = 0; c < z.pixels; c++) {
    for (let b = 0; b < y.pixels; b++) {
      const rows = listDyRows(lists, b, c, cropLayout);
      const to = sums.from(z.pixel[c] * imageLayout.zStride + y.pixel[b] * imageLayout.yStride);
      for (let plane = 0; plane < cropLayout.planes; plane++) {
        const from = dy.from(dyAt + plane * cropLayout.channelStride);
        const pixels = to.from(plane * imageLayout.channelStride);
        if (rows <= MOST_TERMS && lists.x.most <= MOST_TERMS) {
          blendRows<f32>(lists.blended, lists.rowAt, lists.rowWeight, rows, from, cropLayout.width * inner);
          addColumns(pixels, lists.blended, lists.x, inner);
        } else {
          blendDenseRows(row, lists, rows, from, cropLayout.width * inner);
          addDenseColumns(pixels, row, lists.x, inner);
        }
      }
    }
  }
}

/** The columns of a blended row, a few terms each. */
function addColumns(to: Pointer<f64>, row: Pointer<f32>, x: AxisLists, inner: i32): void {
  for (let a = 0; a < x.pixels; a++) {
    const pixel = to.from(x.pixel[a] * inner);
    const start = x.start[a];
    const end = x.start[a + 1];
    let c = 0;
    if (ASC_FEATURE_SIMD) {
      for (; c <= inner - 4; c += 4) {
        let v = f32x4.splat(0);
        for (let k = start; k < end; k++) {
          const dy = v128.load(row.at(x.point[k] * inner + c));
          v = f32x4.add(v, f32x4.mul(f32x4.splat(<f32>x.weight[k]), dy));
        }
        const at = pixel.at(c);
        const high = f64x2.promote_low_f32x4(v128.shuffle<f64>(v, v, 1, 1));
        v128.store(at, f64x2.add(v128.load(at), f64x2.promote_low_f32x4(v)));
        v128.store(at, f64x2.add(v128.load(at, 16), high), 16);
      }
    }
    for (; c < inner; c++) {
      let value: f32 = 0;
      for (let k = start; k < end; k++) value += <f32>x.weight[k] * row[x.point[k] * inner + c];
      pixel[c] = pixel[c] + <f64>value;
    }
  }
}

/** row = Σ weight · row of dy, over the listed rows. */
function blendDenseRows(row: Pointer<f64>, lists: ImageLists, rows: i32, dy: Pointer<f32>, length: i32): void {
  memory.fill(row.at(0), 0, (<usize>length) << 3);
  for (let r = 0; r < rows; r++) {
    const from = dy.from(lists.rowAt[r]);
    const weight = <f64>lists.rowWeight[r];
    let e = 0;
    if (ASC_FEATURE_SIMD) {
      const weights = f64x2.splat(weight);
      for (; e <= length - 4; e += 4) {
        const g = v128.load(from.at(e));
        const low = f64x2.mul(weights, f64x2.promote_low_f32x4(g));
        const high = f64x2.mul(weights, f64x2.promote_low_f32x4(v128.shuffle<f64>(g, g, 1, 1)));
        v128.store(row.at(e), f64x2.add(v128.load(row.at(e)), low));
        v128.store(row.at(e), f64x2.add(v128.load(row.at(e), 16), high), 16);
      }
    }
    for (; e < length; e++) row[e] = row[e] + weight * <f64>from[e];
  }
}

/** The same with the sums of many terms. */
function addDenseColumns(to: Pointer<f64>, row: Pointer<f64>, x: AxisLists, inner: i32): void {
  for (let a = 0; a < x.pixels; a++) {
    const pixel = to.from(x.pixel[a] * inner);
    const start = x.start[a];
    const end = x.start[a + 1];
    let c = 0;
    if (ASC_FEATURE_SIMD) {
      for (; c <= inner - 2; c += 2) {
        let v = v128.load(pixel.at(c));
        for (let k = start; k < end; k++) {
          v = f64x2.add(v, f64x2.mul(v128.load64_splat(x.weight.at(k)), v128.load(row.at(x.point[k] * inner + c))));
        }
        v128.store(pixel.at(c), v);
      }
    }
    for (; c < inner; c++) {
      let value = pixel[c];
      for (let k = start; k < end; k++) value += x.weight[k] * row[x.point[k] * inner + c];
      pixel[c] = value;
    }
  }
}
