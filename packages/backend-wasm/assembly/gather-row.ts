import { Layout } from './layout';
import { Pointer } from './pointer';
import { multiplyTaps, outsideWeight, PointTaps, RowTaps } from './row-taps';

/**
 * Samples the first `points` points of a row: value = Σ weight · image + fillValue · (weight outside).
 *
 * `imageAt` is where the image starts in `image`, `cropAt` where the row starts in `crop`; all channels are done. Taps
 * outside are left out, never read and multiplied by 0, so that a NaN pixel reaches only the points that touch it.
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
  const offset = point.offset;
  const weight = point.weight;
  const channels = cropLayout.channels;
  for (let j = 0; j < points; j++) {
    const n = multiplyTaps(point, taps, j, imageAt, imageLayout);
    const outside = outsideWeight(taps, j);
    const background = outside === 0 ? 0 : fillValue * outside;
    let at = cropAt + j * cropLayout.xStride;
    let channel = 0;
    for (let c = 0; c < channels; c++) {
      let value = background;
      for (let k = 0; k < n; k++) value += weight[k] * <f64>image[offset[k] + channel];
      crop[at] = <f32>value;
      at += cropLayout.channelStride;
      channel += imageLayout.channelStride;
    }
  }
}
