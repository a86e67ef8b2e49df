import { Lanes } from '../../memory/lanes';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { gatherProduct } from '../lists/gather';
import { isFinitePoint } from '../taps/gather';
import { blendRows } from './blend-rows';
import { FilteredRowsPlan, listFilteredRows } from './plan';

/** Samples an axis-aligned crop, where `row` is its first one. */
export function gatherFilteredRows<T>(row: Row, plan: FilteredRowsPlan): void {
  const taps = plan.box.taps;
  for (let k = 0; k < row.crop.depth; k++) {
    for (let i = 0; i < row.crop.height; i++) {
      row.enterRow(k, i);
      taps.yAt = i;
      taps.zAt = k;
      gatherRow<T>(row, plan);
    }
  }
}

/**
 * Samples a row: image rows first, columns second. Points that come out infinite or NaN are sampled tap by tap: differences
 * of large numbers may be, where the sample itself is not.
 */
function gatherRow<T>(row: Row, plan: FilteredRowsPlan): void {
  const fill = <f32>row.problem.fillValue;
  const crop = changetype<Pointer<f32>>(row.cropAt);
  const taps = plan.box.taps;
  const isInside = listFilteredRows(plan, row) && plan.span > 0;
  const outside = <f32>(1 - (1 - taps.y.outside[taps.yAt]) * (1 - taps.z.outside[taps.zAt]));
  const blended = plan.blended;
  let sum: f64 = 0;
  for (let plane = 0; plane < plan.planes; plane++) {
    const to = crop.from(plane * row.crop.channelStride);
    if (!isInside) {
      for (let e = 0; e < row.points * plan.inner; e++) to[e] = fill;
      continue;
    }
    const from = changetype<Pointer<T>>(row.imageAt).from(plane * row.image.channelStride);
    blendRows<T>(blended, plan.rows, plan.heaviestRow, from, plan.span * plan.inner, outside, fill);
    plan.closeSeam(blended);
    sum += plan.inner === 1 ? filterValues(to, plan, row.points, fill) : filterPixels(to, plan, row.points, fill);
  }
  if (isFinite(sum)) return;
  for (let j = 0; j < row.points; j++) {
    if (!isFinitePoint(row, j)) gatherProduct<T>(row, j, taps, j);
  }
}

/** Columns of one value each, four taps at a time. Says what they come to, which is finite only if all are. */
function filterValues(to: Pointer<f32>, plan: FilteredRowsPlan, points: i32, fill: f32): f64 {
  const row = plan.blended.at(0);
  let sum: f64 = 0;
  for (let j = 0; j < points; j++) {
    const n = plan.taken[j];
    const base = v128.load32_splat(row + plan.heaviest[j]);
    let at = row + plan.offset[j];
    let weight = plan.weight.at(j * plan.room);
    let v = f32x4.splat(0);
    for (const end = at + ((<usize>n) << 2); at < end; at += 16, weight += 16) {
      v = f32x4.add(v, f32x4.mul(v128.load(weight), f32x4.sub(v128.load(at), base)));
    }
    const from = f32x4.extract_lane(base, 0);
    let value = from + <f32>Lanes.sum(v);
    const outside = plan.outside[j];
    if (outside !== 0) value = n === 0 ? fill : value + outside * (fill - from);
    to[j] = value;
    sum += <f64>value;
  }
  return sum;
}

/** Columns of several channels: a pixel is one vector, or a few. */
function filterPixels(to: Pointer<f32>, plan: FilteredRowsPlan, points: i32, fill: f32): f64 {
  const inner = plan.inner;
  const row = plan.blended.at(0);
  const pixel = (<usize>inner) << 2;
  const fills = f32x4.splat(fill);
  let sums = f32x4.splat(0);
  for (let j = 0; j < points; j++) {
    const n = plan.taken[j];
    const outside = plan.outside[j];
    const first = plan.weight.at(j * plan.room);
    const end = first + ((<usize>n) << 2);
    for (let c = 0; c < inner; c += 4) {
      const channel = (<usize>c) << 2;
      const base = v128.load(row + plan.heaviest[j] + channel);
      let at = row + plan.offset[j] + channel;
      let weight = first;
      let v = f32x4.splat(0);
      let w = f32x4.splat(0);
      for (; weight + 8 <= end; weight += 8, at += 2 * pixel) {
        v = f32x4.add(v, f32x4.mul(v128.load32_splat(weight), f32x4.sub(v128.load(at), base)));
        w = f32x4.add(w, f32x4.mul(v128.load32_splat(weight, 4), f32x4.sub(v128.load(at + pixel), base)));
      }
      if (weight < end) v = f32x4.add(v, f32x4.mul(v128.load32_splat(weight), f32x4.sub(v128.load(at), base)));
      v = f32x4.add(base, f32x4.add(v, w));
      if (outside !== 0) {
        v = n === 0 ? fills : f32x4.add(v, f32x4.mul(f32x4.splat(outside), f32x4.sub(fills, base)));
      }
      Lanes.store(to.at(j * inner + c), v, inner - c);
      sums = f32x4.add(sums, v);
    }
  }
  return Lanes.sum(sums);
}
