import { FilteredTaps } from '../../axis/filtered-taps';
import { outsideWeight } from '../../axis/row-taps';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { ListsPlan } from './plan';

/** Samples a row whose coordinates are there. */
export function gatherLists<T>(row: Row, plan: ListsPlan): void {
  for (let j = 0; j < row.points; j++) gatherListsPoint<T>(row, j, plan);
}

/**
 * Samples point j: I_c + Σ w · (I - I_c), where c is the heaviest tap, and as much of fillValue as is outside. So a constant
 * image stays what it is. Taps of weight 0 are never read, so that a NaN pixel reaches only the points that touch it.
 */
export function gatherListsPoint<T>(row: Row, j: i32, plan: ListsPlan): void {
  const isInside = plan.compute(row, j);
  const crop = changetype<Pointer<f32>>(row.cropAt).from(j * row.crop.xStride);
  const image = row.image;
  const outside = outsideWeight(plan.taps, 0);
  const fillValue = row.problem.fillValue;
  const x = plan.x;
  const y = plan.y;
  const z = plan.z;
  for (let c = 0; c < image.channels; c++) {
    const to = c * row.crop.channelStride;
    if (!isInside) {
      crop[to] = <f32>fillValue;
      continue;
    }
    const pixels = changetype<Pointer<T>>(row.imageAt).from(c * image.channelStride);
    const at = pixelOf(x, image.xStride) + pixelOf(y, image.yStride) + pixelOf(z, image.zStride);
    const from = <f64>pixels[at];
    let value = from + sumTaps<T>(pixels, from, row, plan);
    if (outside !== 0) value += outside * (fillValue - from);
    // Infinities cancel in a difference, where the sum itself knows what they come to.
    if (!isFinite(value)) {
      value = sumTaps<T>(pixels, 0, row, plan);
      if (outside !== 0) value += outside * fillValue;
    }
    crop[to] = <f32>value;
  }
}

/** Where the heaviest tap of an axis reads. */
function pixelOf(taps: FilteredTaps, stride: i32): i32 {
  return taps.index[taps.heaviest[0]] * stride;
}

/** Σ weight · (pixel - from) over the product of the taps. */
function sumTaps<T>(pixels: Pointer<T>, from: f64, row: Row, plan: ListsPlan): f64 {
  const x = plan.x;
  const y = plan.y;
  const z = plan.z;
  const columns = x.taken[0];
  const index = x.index;
  const weight = x.weight;
  const step = row.image.xStride;
  let sum: f64 = 0;
  for (let c = 0; c < z.taken[0]; c++) {
    for (let b = 0; b < y.taken[0]; b++) {
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
