import { AxisTaps } from '../../axis/axis-taps';
import { FilteredTaps } from '../../axis/filtered-taps';
import { outsideWeight, RowTaps } from '../../axis/row-taps';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { gatherRun } from './gather-run';
import { ListsPlan } from './plan';

/** Samples a row whose coordinates are there. */
export function gatherLists<T>(row: Row, plan: ListsPlan): void {
  for (let j = 0; j < row.points; j++) {
    const isInside = plan.compute(row, j);
    if (ASC_FEATURE_SIMD && isFloat<T>()) {
      if (isInside && plan.narrowRun(false) && gatherRun(row, j, plan)) continue;
    }
    gatherProduct<T>(row, j, plan.taps, 0);
  }
}

/**
 * Samples point j with one of some taps: I_c + Σ w · (I - I_c), where c is the heaviest tap, and as much of fillValue as is
 * outside. So a constant image stays what it is. Taps of weight 0 are never read, so that a NaN pixel reaches only the
 * points that touch it.
 */
export function gatherProduct<T>(row: Row, j: i32, taps: RowTaps, tap: i32): void {
  const crop = changetype<Pointer<f32>>(row.cropAt).from(j * row.crop.xStride);
  const image = row.image;
  const fillValue = row.problem.fillValue;
  const outside = outsideWeight(taps, tap);
  const y = taps.yAt + tap * taps.yStep;
  const z = taps.zAt + tap * taps.zStep;
  const at = heaviestOf(taps.x, tap, image.xStride);
  const rowAt = heaviestOf(taps.y, y, image.yStride);
  const sliceAt = heaviestOf(taps.z, z, image.zStride);
  const isInside = at >= 0 && rowAt >= 0 && sliceAt >= 0;
  for (let c = 0; c < image.channels; c++) {
    const to = c * row.crop.channelStride;
    if (!isInside) {
      crop[to] = <f32>fillValue;
      continue;
    }
    const pixels = changetype<Pointer<T>>(row.imageAt).from(c * image.channelStride);
    const from = <f64>pixels[at + rowAt + sliceAt];
    let value = from + sumTaps<T>(pixels, from, row, taps, tap);
    if (outside !== 0) value += outside * (fillValue - from);
    // Infinities cancel in a difference, where the sum itself knows what they come to.
    if (!isFinite(value)) {
      value = sumTaps<T>(pixels, 0, row, taps, tap);
      if (outside !== 0) value += outside * fillValue;
    }
    crop[to] = <f32>value;
  }
}

/** Where the heaviest tap of a point on an axis reads, or -1 where the point has none. */
function heaviestOf(axis: AxisTaps, point: i32, stride: i32): i32 {
  const taps = changetype<FilteredTaps>(axis);
  return taps.taken[point] > 0 ? taps.index[point * taps.count + taps.heaviest[point]] * stride : -1;
}

/** Σ weight · (pixel - from) over the product of the taps. */
function sumTaps<T>(pixels: Pointer<T>, from: f64, row: Row, taps: RowTaps, tap: i32): f64 {
  const x = taps.x;
  const y = taps.y;
  const z = taps.z;
  const yTap = taps.yAt + tap * taps.yStep;
  const zTap = taps.zAt + tap * taps.zStep;
  const columns = changetype<FilteredTaps>(x).taken[tap];
  const yEnd = yTap * y.count + changetype<FilteredTaps>(y).taken[yTap];
  const zEnd = zTap * z.count + changetype<FilteredTaps>(z).taken[zTap];
  const index = x.index.from(tap * x.count);
  const weight = x.weight.from(tap * x.count);
  const step = row.image.xStride;
  let sum: f64 = 0;
  for (let c = zTap * z.count; c < zEnd; c++) {
    for (let b = yTap * y.count; b < yEnd; b++) {
      const rowWeight = z.weight[c] * y.weight[b];
      if (rowWeight === 0) continue;
      const pixelRow = pixels.from(z.index[c] * row.image.zStride + y.index[b] * row.image.yStride);
      let rowSum: f64 = 0;
      for (let a = 0; a < columns; a++) {
        const w = weight[a];
        if (w !== 0) rowSum += w * (<f64>pixelRow[index[a] * step] - from);
      }
      sum += rowWeight * rowSum;
    }
  }
  return sum;
}
