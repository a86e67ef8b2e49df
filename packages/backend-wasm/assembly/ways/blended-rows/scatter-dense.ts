import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { AxisLists } from './axis-lists';
import { listBox, listDyRows, ScatterPlan } from './scatter';
import { sumRows } from './sum-rows';

/** So few terms are added up in float32. */
const MOST_TERMS: i32 = 16;

/**
 * `scatterBox` to the float64 sums of one image; `blended64` has room for a row of the crop. What a crop adds to a pixel is
 * often a sum of few terms: then only the crops are added up in float64.
 */
export function scatterDenseBox(row: Row, plan: ScatterPlan, blended64: Pointer<f64>): void {
  const x = plan.x;
  const y = plan.y;
  const z = plan.z;
  const image = row.image;
  const crop = row.crop;
  const inner = crop.inner;
  const length = crop.width * inner;
  listBox(plan, row);
  for (let c = 0; c < z.pixels; c++) {
    for (let b = 0; b < y.pixels; b++) {
      listDyRows(plan, b, c, row.problem, crop);
      const isShort = plan.rows.count <= MOST_TERMS && x.most <= MOST_TERMS;
      const imageRow = z.pixel[c] * image.zStride + y.pixel[b] * image.yStride;
      for (let plane = 0; plane < crop.planes; plane++) {
        const from = changetype<Pointer<f32>>(row.cropAt).from(plane * crop.channelStride);
        const to = changetype<Pointer<f64>>(row.imageAt).from(imageRow + plane * image.channelStride);
        if (isShort) {
          sumRows<f32>(plan.blended, plan.rows, plan.rows.weight, from, length);
          addColumns(to, plan.blended, x, inner);
        } else {
          sumDenseRows(blended64, plan, from, length);
          addDenseColumns(to, blended64, x, inner);
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
    for (; c < inner; c++) {
      let value: f32 = 0;
      for (let k = start; k < end; k++) value += <f32>x.weight[k] * row[x.point[k] * inner + c];
      pixel[c] = pixel[c] + <f64>value;
    }
  }
}

/** blended = Σ weight · row of dy, over the listed rows. */
function sumDenseRows(blended: Pointer<f64>, plan: ScatterPlan, dy: Pointer<f32>, length: i32): void {
  memory.fill(blended.at(0), 0, (<usize>length) << 3);
  for (let r = 0; r < plan.rows.count; r++) {
    const from = dy.from(plan.rows.at[r]);
    const weight = <f64>plan.rows.weight[r];
    const weights = f64x2.splat(weight);
    let e = 0;
    for (; e <= length - 4; e += 4) {
      const g = v128.load(from.at(e));
      const low = f64x2.mul(weights, f64x2.promote_low_f32x4(g));
      const high = f64x2.mul(weights, f64x2.promote_low_f32x4(v128.shuffle<f64>(g, g, 1, 1)));
      v128.store(blended.at(e), f64x2.add(v128.load(blended.at(e)), low));
      v128.store(blended.at(e), f64x2.add(v128.load(blended.at(e), 16), high), 16);
    }
    for (; e < length; e++) blended[e] = blended[e] + weight * <f64>from[e];
  }
}

/** The same with the sums of many terms. */
function addDenseColumns(to: Pointer<f64>, row: Pointer<f64>, x: AxisLists, inner: i32): void {
  for (let a = 0; a < x.pixels; a++) {
    const pixel = to.from(x.pixel[a] * inner);
    const start = x.start[a];
    const end = x.start[a + 1];
    let c = 0;
    for (; c <= inner - 2; c += 2) {
      let v = v128.load(pixel.at(c));
      for (let k = start; k < end; k++) {
        v = f64x2.add(v, f64x2.mul(v128.load64_splat(x.weight.at(k)), v128.load(row.at(x.point[k] * inner + c))));
      }
      v128.store(pixel.at(c), v);
    }
    for (; c < inner; c++) {
      let value = pixel[c];
      for (let k = start; k < end; k++) value += x.weight[k] * row[x.point[k] * inner + c];
      pixel[c] = value;
    }
  }
}
