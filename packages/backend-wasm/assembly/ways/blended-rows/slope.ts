import { Lanes } from '../../memory/lanes';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { MOST_TERMS, ThetaSums } from '../../points/theta-sums';
import { addFillSlopes } from '../taps/slope';
import { FourColumns } from './four-columns';
import { BlendPlan, listRows } from './plan';
import { sumRows, sumRowsTwice } from './sum-rows';

/**
 * The theta gradient of a row of an axis-aligned crop: the rows are blended once with their weights, for x, and once with
 * the slopes of each other axis. On each axis a point's gradient is dy · Σ factor · pixel, over its taps in the blended
 * row; as only Σ g·u and Σ g are needed of it, the gradients of single points are never made.
 */
export function slopeBlendedRow<T>(row: Row, plan: BlendPlan): void {
  listRows(plan, row);
  plan.box.sums.enterRow(plan.box.taps);
  const rows = plan.rows;
  const image = changetype<Pointer<T>>(row.imageAt);
  const length = plan.span * plan.inner;
  const blended = plan.blended;
  const sloped = plan.sloped;
  const inside = blended.from(plan.inner);
  const slopedInside = sloped.from(plan.inner);
  for (let plane = 0; plane < plan.planes; plane++) {
    const from = image.from(plane * row.image.channelStride);
    const dy = changetype<Pointer<f32>>(row.cropAt).from(plane * row.crop.channelStride);
    sumRowsTwice<T>(inside, slopedInside, rows, rows.weight, plan.rowSlopeY, from, length);
    plan.closeSeam(blended);
    plan.closeSeam(sloped);
    addAxis(plan, 0, dy, blended, plan.slope);
    addAxis(plan, 1, dy, sloped, plan.weight);
    if (!plan.isVolume) continue;
    sumRows<T>(slopedInside, rows, plan.rowSlopeZ, from, length);
    plan.closeSeam(sloped);
    addAxis(plan, 2, dy, sloped, plan.weight);
  }
  if (row.problem.fillValue !== 0) addFill(row, plan);
}

/** The taps outside are the same for all channels, and few: point by point. */
function addFill(row: Row, plan: BlendPlan): void {
  for (let j = 0; j < row.points; j++) {
    row.gx[j] = 0;
    row.gy[j] = 0;
    row.gz[j] = 0;
  }
  addFillSlopes(row, 0, row.points, plan.box.taps);
  plan.box.sums.addRow(row);
}

/** One axis, in parts, as float32 sums of many terms are too coarse. */
function addAxis(plan: BlendPlan, axis: i32, dy: Pointer<f32>, blended: Pointer<f32>, factor: Pointer<f32>): void {
  const sums = plan.box.sums;
  const row = blended.at(0);
  for (let from = 0; from < plan.width; from += MOST_TERMS) {
    const to = min(from + MOST_TERMS, plan.width);
    if (plan.inner === 1 && plan.count === 2) Values.add(plan, sums, axis, dy, row, factor, from, to, 2);
    else if (plan.inner === 1) Values.add(plan, sums, axis, dy, row, factor, from, to, 4);
    else if (plan.count === 2) Pixels.add(plan, sums, axis, dy, row, factor, from, to, 2);
    else if (plan.count === 4) Pixels.add(plan, sums, axis, dy, row, factor, from, to, 4);
    else unreachable();
  }
}

/** Columns of one value each, those of the run four at a time; the number of taps is a constant where this is inlined. */
class Values {
  @inline
  static add(
    plan: BlendPlan,
    sums: ThetaSums,
    axis: i32,
    dy: Pointer<f32>,
    row: usize,
    factor: Pointer<f32>,
    from: i32,
    to: i32,
    count: i32,
  ): void {
    const width = plan.width;
    const first = count === 4 ? plan.offset.from(width) : plan.offset;
    const columns = sums.columns32;
    const end = min(to, plan.to) - 4;
    let j = min(max(from, plan.from), to);
    if (from < j) addSingleValues(plan, sums, axis, dy, row, factor, from, j);
    let sum = f32x4.splat(0);
    let sumU = f32x4.splat(0);
    for (; j <= end; j += 4) {
      const value =
        count === 4
          ? FourColumns.sumOfFour(row, first, factor, width, j, false)
          : FourColumns.sumOfTwo(row, first, factor, width, j);
      const g = f32x4.mul(v128.load(dy.at(j)), value);
      sum = f32x4.add(sum, g);
      sumU = f32x4.add(sumU, f32x4.mul(g, v128.load(columns.at(j))));
    }
    sums.add(axis, Lanes.sum(sumU), Lanes.sum(sum));
    if (j < to) addSingleValues(plan, sums, axis, dy, row, factor, j, to);
  }
}

/** Columns of one value each, with any taps. */
function addSingleValues(
  plan: BlendPlan,
  sums: ThetaSums,
  axis: i32,
  dy: Pointer<f32>,
  row: usize,
  factor: Pointer<f32>,
  from: i32,
  to: i32,
): void {
  const width = plan.width;
  const taps = width * plan.count;
  const offset = plan.offset;
  let sum: f64 = 0;
  let sumU: f64 = 0;
  for (let j = from; j < to; j++) {
    let value: f32 = 0;
    for (let k = j; k < taps; k += width) value += factor[k] * load<f32>(row + offset[k]);
    const g = <f64>dy[j] * <f64>value;
    sum += g;
    sumU += g * sums.columns[j];
  }
  sums.add(axis, sumU, sum);
}

/** Columns of several channels; the number of taps is a constant where this is inlined. */
class Pixels {
  @inline
  static add(
    plan: BlendPlan,
    sums: ThetaSums,
    axis: i32,
    dy: Pointer<f32>,
    row: usize,
    factor: Pointer<f32>,
    from: i32,
    to: i32,
    count: i32,
  ): void {
    const inner = plan.inner;
    const width = plan.width;
    const offset = plan.offset;
    const mask = Lanes.mask(((inner - 1) & 3) + 1);
    let sum = f32x4.splat(0);
    let sumU = f32x4.splat(0);
    let dyAt = dy.at(from * inner);
    for (let j = from; j < to; j++) {
      const a = v128.load32_splat(factor.at(j));
      const b = v128.load32_splat(factor.at(width + j));
      const first = row + offset[j];
      const second = row + offset[width + j] - first;
      let at = first;
      let lanes = inner;
      let g = f32x4.splat(0);
      for (; lanes > 4; lanes -= 4, at += 16, dyAt += 16) {
        let v = f32x4.add(f32x4.mul(a, v128.load(at)), f32x4.mul(b, v128.load(at + second)));
        if (count === 4) v = f32x4.add(v, Pixels.others(plan, row + (at - first), factor, j));
        g = f32x4.add(g, f32x4.mul(v128.load(dyAt), v));
      }
      let v = f32x4.add(f32x4.mul(a, v128.load(at)), f32x4.mul(b, v128.load(at + second)));
      if (count === 4) v = f32x4.add(v, Pixels.others(plan, row + (at - first), factor, j));
      g = f32x4.add(g, v128.and(mask, f32x4.mul(Lanes.load(dyAt, lanes), v)));
      dyAt += (<usize>lanes) << 2;
      sum = f32x4.add(sum, g);
      sumU = f32x4.add(sumU, f32x4.mul(g, v128.load32_splat(sums.columns32.at(j))));
    }
    sums.add(axis, Lanes.sum(sumU), Lanes.sum(sum));
  }

  /** The third and the fourth tap of column j, in the blended row at `row`. */
  @inline
  private static others(plan: BlendPlan, row: usize, factor: Pointer<f32>, j: i32): v128 {
    const third = 2 * plan.width + j;
    const fourth = third + plan.width;
    const c = f32x4.mul(v128.load32_splat(factor.at(third)), v128.load(row + plan.offset[third]));
    const d = f32x4.mul(v128.load32_splat(factor.at(fourth)), v128.load(row + plan.offset[fourth]));
    return f32x4.add(c, d);
  }
}
