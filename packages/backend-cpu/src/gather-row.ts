import type { ImageArray, Layout } from './layout.js';
import { multiplyTaps, outsideWeight, type PointTaps, type RowTaps } from './row-taps.js';

/**
 * Samples the points of one row: value = Σ weight · image + fillValue · (weight outside).
 *
 * `imageAt` is where the image starts in `image`, `cropAt` where the row starts in `crop`; all channels are done. Taps
 * outside are left out, never read and multiplied by 0, so that a NaN pixel reaches only the points that touch it.
 */
export function gatherRow(
  crop: Float32Array,
  cropAt: number,
  cropLayout: Layout,
  image: ImageArray,
  imageAt: number,
  imageLayout: Layout,
  taps: RowTaps,
  point: PointTaps,
  fillValue: number,
): void {
  const { xStride, channels, channelStride } = cropLayout;
  const { offset, weight } = point;
  for (let p = 0; p < taps.count; p++) {
    const n = multiplyTaps(point, taps, p, imageAt, imageLayout);
    const outside = outsideWeight(taps, p);
    const background = outside === 0 ? 0 : fillValue * outside;
    let at = cropAt + taps.point[p] * xStride;
    let channel = 0;
    for (let c = 0; c < channels; c++) {
      let value = background;
      for (let k = 0; k < n; k++) value += weight[k] * image[offset[k] + channel];
      crop[at] = value;
      at += channelStride;
      channel += imageLayout.channelStride;
    }
  }
}
