import { copiesPixels } from '../../axis/modes';
import { outsideWeight, RowTaps } from '../../axis/row-taps';
import { Pointer } from '../../memory/pointer';
import { locateGridPoints } from '../../points/grid-points';
import { Row } from '../../points/row';
import { copyTaps } from './copy';
import { TapsPlan } from './plan';

/**
 * Samples a row whose coordinates are there: value = Σ weight · image + fillValue · (weight outside). Taps outside, and
 * those of weight 0, are left out, never read and multiplied by 0, so that a NaN pixel reaches only the points that
 * touch it.
 */
export function gatherTaps<T>(row: Row, plan: TapsPlan): void {
  if (isFloat<T>() || sizeof<T>() === 1) {
    if (copiesPixels(row.problem.mode)) {
      copyTaps<T>(row, plan);
      return;
    }
  }
  plan.compute(row, 0, row.points);
  for (let j = 0; j < row.points; j++) gatherPoint<T>(row, j, plan, plan.taps, j);
}

/** Samples point j alone. */
export function gatherOne<T>(row: Row, j: i32, plan: TapsPlan): void {
  plan.compute(row, j, 1);
  gatherPoint<T>(row, j, plan, plan.taps, 0);
}

/**
 * Samples those points of a row once more that came out infinite or NaN: differences of large numbers may be, where the
 * sample itself is not.
 */
export function gatherInfinite<T>(row: Row, plan: TapsPlan): void {
  for (let j = 0; j < row.points; j++) {
    if (isFinitePoint(row, j)) continue;
    if (row.grid !== 0) locateGridPoints(row, j, j + 1);
    gatherOne<T>(row, j, plan);
  }
}

/** Whether all channels of a point's sample are finite. */
export function isFinitePoint(row: Row, j: i32): bool {
  const layout = row.crop;
  const crop = changetype<Pointer<f32>>(row.cropAt).from(j * layout.xStride);
  for (let c = 0; c < layout.channels; c++) if (!isFinite(crop[c * layout.channelStride])) return false;
  return true;
}

/**
 * Samples point j with one of some taps. The sum is taken of what differs from the heaviest tap c, I_c + Σ w · (I - I_c):
 * so a constant image stays what it is, and no bilinear sample leaves the range of the pixels it reads.
 */
export function gatherPoint<T>(row: Row, j: i32, plan: TapsPlan, taps: RowTaps, tap: i32): void {
  const n = plan.multiply(taps, tap, row.image);
  const outside = outsideWeight(taps, tap);
  const fillValue = row.problem.fillValue;
  const image = changetype<Pointer<T>>(row.imageAt);
  const crop = changetype<Pointer<f32>>(row.cropAt);
  const offset = plan.offset;
  const weight = plan.weight;
  const step = row.image.channelStride;
  const cropStep = row.crop.channelStride;
  const channels = row.crop.channels;
  let at = j * row.crop.xStride;
  if (n === 1 && outside === 0) {
    const from = image.from(offset[0]);
    for (let c = 0; c < channels; c++) crop[at + c * cropStep] = <f32>from[c * step];
    return;
  }
  const origin = heaviestTap(weight, n);
  const fillIsOrigin = n === 0 || outside > abs(weight[origin]);
  for (let c = 0, channel = 0; c < channels; c++, channel += step, at += cropStep) {
    const from = fillIsOrigin ? fillValue : <f64>image[offset[origin] + channel];
    let value: f64 = 0;
    for (let k = 0; k < n; k++) value += weight[k] * (<f64>image[offset[k] + channel] - from);
    if (outside !== 0 && !fillIsOrigin) value += outside * (fillValue - from);
    value += from;
    // Infinities cancel in a difference, where the sum itself knows what they come to.
    if (n > 0 && !isFinite(value)) {
      value = outside === 0 ? 0 : outside * fillValue;
      for (let k = 0; k < n; k++) value += weight[k] * <f64>image[offset[k] + channel];
    }
    crop[at] = <f32>value;
  }
}

/** Which of the taps weighs most; for bicubic, whose samples may leave the range of their pixels, one in the middle. */
function heaviestTap(weight: Pointer<f64>, n: i32): i32 {
  if (n > 8) return n >> 1;
  let heaviest = 0;
  for (let k = 1; k < n; k++) if (weight[k] > weight[heaviest]) heaviest = k;
  return heaviest;
}
