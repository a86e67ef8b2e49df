import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { multiplyTaps, outsideWeight, PointTaps, RowTaps } from './plan';

/**
 * Samples the first `points` points of a row: value = Σ weight · image + fillValue · (weight outside).
 *
 * `imageAt` is where the image starts in `image`, `cropAt` where the row starts in `crop`; all channels are done. Taps
 * outside, and those of weight 0, are left out, never read and multiplied by 0, so that a NaN pixel reaches only the
 * points that touch it.
 */
export function gatherRow<T>(
  crop: Pointer<f32>,
  cropAt: i32,
  cropLayout: Layout,
  points: i32,
  image: Pointer<T>,
  imageAt: i32,
  imageLayout: Layout,
  taps: RowTaps,
  point: PointTaps,
  fillValue: f64,
): void {
  for (let j = 0; j < points; j++) {
    const at = cropAt + j * cropLayout.xStride;
    gatherPoint<T>(crop, at, cropLayout, j, image, imageAt, imageLayout, taps, point, fillValue);
  }
}

/**
 * Samples point j of a row to `at`. The sum is taken of what differs from the heaviest tap c, I_c + Σ w · (I - I_c): so
 * a constant image stays what it is, and no bilinear sample leaves the range of the pixels it reads.
 */
export function gatherPoint<T>(
  crop: Pointer<f32>,
  at: i32,
  cropLayout: Layout,
  j: i32,
  image: Pointer<T>,
  imageAt: i32,
  imageLayout: Layout,
  taps: RowTaps,
  point: PointTaps,
  fillValue: f64,
): void {
  const n = multiplyTaps(point, taps, j, imageAt, imageLayout);
  const outside = outsideWeight(taps, j);
  const offset = point.offset;
  const weight = point.weight;
  const step = imageLayout.channelStride;
  if (n === 1 && outside === 0) {
    const from = image.from(offset[0]);
    for (let c = 0; c < cropLayout.channels; c++) crop[at + c * cropLayout.channelStride] = <f32>from[c * step];
    return;
  }
  const origin = heaviestTap(weight, n);
  const fillIsOrigin = n === 0 || outside > abs(weight[origin]);
  for (let c = 0, channel = 0; c < cropLayout.channels; c++, channel += step, at += cropLayout.channelStride) {
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
