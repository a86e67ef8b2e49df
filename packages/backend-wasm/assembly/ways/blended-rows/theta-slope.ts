import { Lanes } from '../../memory/lanes';
import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { addSums, BaseAxes } from '../../points/theta-gradient';
import { MOST_COLUMNS } from '../box-cells/slope';
import { RowTaps } from '../taps/plan';
import { blendImageRows, listRows, RowBlend } from './plan';

/**
 * The specialised way to the theta gradient of a blended bilinear row, without the fill: what `slopeBlendedRow` and
 * `addThetaGradient` do, but the gradients of single points are never made. On each axis a point's gradient is
 * dy · (first · a + second · b), with (a, b) its pair of blended pixels; only Σ g·u and Σ g are needed of it.
 */
export function addThetaOfBlendedRow<T>(
  sums: Pointer<f64>,
  base: BaseAxes,
  v: f64,
  w: f64,
  dimensions: i32,
  dy: Pointer<f32>,
  cropAt: i32,
  cropLayout: Layout,
  image: Pointer<T>,
  imageAt: i32,
  imageLayout: Layout,
  taps: RowTaps,
  blend: RowBlend,
): void {
  const rows = listRows(blend, taps, imageAt, imageLayout);
  const sumsY = sums.from(dimensions + 1);
  for (let plane = 0; plane < blend.planes; plane++) {
    const planeAt = plane * imageLayout.channelStride;
    const g = dy.from(cropAt + plane * cropLayout.channelStride);
    const row = blend.blended;
    blendImageRows<T>(row, blend, blend.rowWeight, rows, image, planeAt);
    addAxis(sums, base, v, w, dimensions, g, row, blend.slope, blend);
    blendImageRows<T>(row, blend, blend.rowSlopeY, rows, image, planeAt);
    addAxis(sumsY, base, v, w, dimensions, g, row, blend.weight, blend);
    if (!blend.volume) continue;
    blendImageRows<T>(row, blend, blend.rowSlopeZ, rows, image, planeAt);
    addAxis(sums.from(8), base, v, w, dimensions, g, row, blend.weight, blend);
  }
}

/** One axis. */
function addAxis(
  sums: Pointer<f64>,
  base: BaseAxes,
  v: f64,
  w: f64,
  dimensions: i32,
  dy: Pointer<f32>,
  row: Pointer<f32>,
  factor: Pointer<f32>,
  blend: RowBlend,
): void {
  for (let from = 0; from < blend.width; from += MOST_COLUMNS) {
    addPart(sums, base, v, w, dimensions, dy, row, factor, blend, from, min(from + MOST_COLUMNS, blend.width));
  }
}

/** The columns from one to before another. */
function addPart(
  sums: Pointer<f64>,
  base: BaseAxes,
  v: f64,
  w: f64,
  dimensions: i32,
  dy: Pointer<f32>,
  row: Pointer<f32>,
  factor: Pointer<f32>,
  blend: RowBlend,
  from: i32,
  to: i32,
): void {
  const u = base.u32;
  const offset = blend.offset;
  const inner = blend.inner;
  const second = factor.from(blend.width);
  let sum = f32x4.splat(0);
  let sumU = f32x4.splat(0);
  let rest: f64 = 0;
  let restU: f64 = 0;
  if (inner === 1) {
    let j = from;
    for (; j <= to - 4; j += 4) {
      const low = Lanes.loadPairs(row.at(offset[j]), row.at(offset[j + 1]));
      const high = Lanes.loadPairs(row.at(offset[j + 2]), row.at(offset[j + 3]));
      const a = f32x4.mul(v128.load(factor.at(j)), Lanes.firsts(low, high));
      const b = f32x4.mul(v128.load(second.at(j)), Lanes.seconds(low, high));
      const g = f32x4.mul(v128.load(dy.at(j)), f32x4.add(a, b));
      sum = f32x4.add(sum, g);
      sumU = f32x4.add(sumU, f32x4.mul(g, v128.load(u.at(j))));
    }
    for (; j < to; j++) {
      const g = <f64>dy[j] * <f64>(factor[j] * row[offset[j]] + second[j] * row[offset[j] + 1]);
      rest += g;
      restU += g * base.u[j];
    }
  } else {
    const step = (<usize>inner) << 2;
    const mask = Lanes.mask(((inner - 1) & 3) + 1);
    let dyAt = dy.at(from * inner);
    for (let j = from; j < to; j++) {
      let at = row.at(offset[j]);
      const fa = v128.load32_splat(factor.at(j));
      const fb = v128.load32_splat(second.at(j));
      let g = f32x4.splat(0);
      let lanes = inner;
      for (; lanes > 4; lanes -= 4) {
        const blended = f32x4.add(f32x4.mul(fa, v128.load(at)), f32x4.mul(fb, v128.load(at + step)));
        g = f32x4.add(g, f32x4.mul(v128.load(dyAt), blended));
        at += 16;
        dyAt += 16;
      }
      const blended = f32x4.add(f32x4.mul(fa, v128.load(at)), f32x4.mul(fb, v128.load(at + step)));
      g = f32x4.add(g, v128.and(mask, f32x4.mul(Lanes.load(dyAt, lanes), blended)));
      dyAt += (<usize>lanes) << 2;
      sum = f32x4.add(sum, g);
      sumU = f32x4.add(sumU, f32x4.mul(g, v128.load32_splat(u.at(j))));
    }
  }
  addSums(sums, Lanes.sum(sumU) + restU, Lanes.sum(sum) + rest, v, w, dimensions);
}
