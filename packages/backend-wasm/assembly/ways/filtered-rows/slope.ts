import { FilteredTaps } from '../../axis/filtered-taps';
import { Lanes } from '../../memory/lanes';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { MOST_TERMS } from '../../points/theta-sums';
import { sumRows, sumRowsTwice } from '../blended-rows/sum-rows';
import { addFillSlopes } from '../lists/fill-slopes';
import { FilteredRowsPlan } from './plan';

/**
 * The theta gradient of a row of an axis-aligned crop under antialias: its image rows are blended with their weights, for x,
 * and with the slopes by coordinate and by size of each other axis. Only the sums over the row are needed of what each point
 * gets, so it is never made.
 */
export function slopeFilteredRow<T>(row: Row, plan: FilteredRowsPlan): void {
  const box = plan.box;
  box.sums.enterRow(box.taps);
  const y = changetype<FilteredTaps>(box.taps.y);
  const z = changetype<FilteredTaps>(box.taps.z);
  if (y.taken[box.taps.yAt] === 0 || z.taken[box.taps.zAt] === 0 || plan.span === 0) return;
  const image = changetype<Pointer<T>>(row.imageAt);
  const length = plan.span * plan.inner;
  for (let plane = 0; plane < plan.planes; plane++) {
    const from = image.from(plane * row.image.channelStride);
    const dy = changetype<Pointer<f32>>(row.cropAt).from(plane * row.crop.channelStride);
    listSlopes(plan, row, z.weight, z.weight, y.slope, y.sizeSlope);
    sumRowsTwice<T>(plan.blended, plan.sloped, plan.rows, plan.rows.weight, plan.rowSlope, from, length);
    sumRows<T>(plan.sizeSloped, plan.rows, plan.rowSizeSlope, from, length);
    addAxis(plan, row, 0, dy, plan.blended, plan.slope, plan.blended, plan.sizeSlope);
    addAxis(plan, row, 1, dy, plan.sloped, plan.weight, plan.sizeSloped, plan.weight);
    if (row.problem.dimensions === 2) continue;
    listSlopes(plan, row, z.slope, z.sizeSlope, y.weight, y.weight);
    sumRowsTwice<T>(plan.sloped, plan.sizeSloped, plan.rows, plan.rowSlope, plan.rowSizeSlope, from, length);
    addAxis(plan, row, 2, dy, plan.sloped, plan.weight, plan.sizeSloped, plan.weight);
  }
  if (row.problem.fillValue !== 0) addFill(row, plan);
}

/** Lists the image rows of the current output row, with their weights, and with these slopes along z and y. */
function listSlopes(
  plan: FilteredRowsPlan,
  row: Row,
  zSlope: Pointer<f64>,
  zSizeSlope: Pointer<f64>,
  ySlope: Pointer<f64>,
  ySizeSlope: Pointer<f64>,
): void {
  const taps = plan.box.taps;
  const y = changetype<FilteredTaps>(taps.y);
  const z = changetype<FilteredTaps>(taps.z);
  const yFrom = taps.yAt * y.count;
  const zFrom = taps.zAt * z.count;
  const start = plan.first * row.image.xStride;
  let n = 0;
  for (let c = zFrom; c < zFrom + z.taken[taps.zAt]; c++) {
    for (let b = yFrom; b < yFrom + y.taken[taps.yAt]; b++) {
      plan.rows.at[n] = start + z.index[c] * row.image.zStride + y.index[b] * row.image.yStride;
      plan.rows.weight[n] = <f32>(z.weight[c] * y.weight[b]);
      plan.rowSlope[n] = <f32>(zSlope[c] * ySlope[b]);
      plan.rowSizeSlope[n] = <f32>(zSizeSlope[c] * ySizeSlope[b]);
      n++;
    }
  }
  plan.rows.count = n;
}

/** The points of the row one by one, whose sums `fill` is added to as in the general way. */
function addFill(row: Row, plan: FilteredRowsPlan): void {
  const box = plan.box;
  const size = row.footprint;
  for (let j = 0; j < row.points; j++) {
    row.gx[j] = 0;
    row.gy[j] = 0;
    row.gz[j] = 0;
    size.gx[j] = 0;
    size.gy[j] = 0;
    size.gz[j] = 0;
    addFillSlopes(row, j, box.taps, j);
  }
  box.sums.addRow(row);
  box.footprint.addRow(row);
}

/**
 * Adds one axis: dy · Σ factor · value over the taps of each point, by the coordinate from one blended row, and by the size
 * from another. In parts, as float32 sums of many terms are too coarse.
 */
function addAxis(
  plan: FilteredRowsPlan,
  row: Row,
  axis: i32,
  dy: Pointer<f32>,
  blended: Pointer<f32>,
  factor: Pointer<f32>,
  sizeBlended: Pointer<f32>,
  sizeFactor: Pointer<f32>,
): void {
  plan.closeSeam(blended);
  plan.closeSeam(sizeBlended);
  for (let from = 0; from < row.points; from += MOST_TERMS) {
    const to = min(from + MOST_TERMS, row.points);
    if (plan.inner === 1) addValues(plan, axis, dy, blended, factor, sizeBlended, sizeFactor, from, to);
    else addPixels(plan, axis, dy, blended, factor, sizeBlended, sizeFactor, from, to);
  }
}

/** Columns of one value each, four taps at a time. */
function addValues(
  plan: FilteredRowsPlan,
  axis: i32,
  dy: Pointer<f32>,
  blended: Pointer<f32>,
  factor: Pointer<f32>,
  sizeBlended: Pointer<f32>,
  sizeFactor: Pointer<f32>,
  from: i32,
  to: i32,
): void {
  const columns = plan.box.sums.columns32;
  const apart = sizeBlended.at(0) - blended.at(0);
  let sum = f32x4.splat(0);
  let sumU = f32x4.splat(0);
  let sumSize = f32x4.splat(0);
  for (let j = from; j < to; j++) {
    let at = blended.at(0) + plan.offset[j];
    let tap = factor.at(j * plan.room);
    let sizeTap = sizeFactor.at(j * plan.room);
    let v = f32x4.splat(0);
    let w = f32x4.splat(0);
    for (const end = at + ((<usize>plan.taken[j]) << 2); at < end; at += 16, tap += 16, sizeTap += 16) {
      v = f32x4.add(v, f32x4.mul(v128.load(tap), v128.load(at)));
      w = f32x4.add(w, f32x4.mul(v128.load(sizeTap), v128.load(at + apart)));
    }
    const g = v128.load32_splat(dy.at(j));
    v = f32x4.mul(g, v);
    sum = f32x4.add(sum, v);
    sumU = f32x4.add(sumU, f32x4.mul(v, v128.load32_splat(columns.at(j))));
    sumSize = f32x4.add(sumSize, f32x4.mul(g, w));
  }
  plan.box.sums.add(axis, Lanes.sum(sumU), Lanes.sum(sum));
  plan.box.footprint.add(axis, Lanes.sum(sumSize));
}

/** Columns of several channels: a pixel is one vector, or a few. */
function addPixels(
  plan: FilteredRowsPlan,
  axis: i32,
  dy: Pointer<f32>,
  blended: Pointer<f32>,
  factor: Pointer<f32>,
  sizeBlended: Pointer<f32>,
  sizeFactor: Pointer<f32>,
  from: i32,
  to: i32,
): void {
  const inner = plan.inner;
  const pixel = (<usize>inner) << 2;
  const columns = plan.box.sums.columns32;
  const apart = sizeBlended.at(0) - blended.at(0);
  let sum = f32x4.splat(0);
  let sumU = f32x4.splat(0);
  let sumSize = f32x4.splat(0);
  for (let j = from; j < to; j++) {
    const u = v128.load32_splat(columns.at(j));
    for (let c = 0; c < inner; c += 4) {
      let at = blended.at(0) + plan.offset[j] + ((<usize>c) << 2);
      let tap = factor.at(j * plan.room);
      let sizeTap = sizeFactor.at(j * plan.room);
      let v = f32x4.splat(0);
      let w = f32x4.splat(0);
      for (const end = tap + ((<usize>plan.taken[j]) << 2); tap < end; tap += 4, sizeTap += 4, at += pixel) {
        v = f32x4.add(v, f32x4.mul(v128.load32_splat(tap), v128.load(at)));
        w = f32x4.add(w, f32x4.mul(v128.load32_splat(sizeTap), v128.load(at + apart)));
      }
      // The lanes behind the last channel are other pixels'.
      const mask = Lanes.mask(inner - c);
      const g = Lanes.load(dy.at(j * inner + c), inner - c);
      v = v128.and(mask, f32x4.mul(g, v));
      sum = f32x4.add(sum, v);
      sumU = f32x4.add(sumU, f32x4.mul(v, u));
      sumSize = f32x4.add(sumSize, v128.and(mask, f32x4.mul(g, w)));
    }
  }
  plan.box.sums.add(axis, Lanes.sum(sumU), Lanes.sum(sum));
  plan.box.footprint.add(axis, Lanes.sum(sumSize));
}
