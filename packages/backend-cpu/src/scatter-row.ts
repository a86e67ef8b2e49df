import type { Layout } from './layout.js';
import { multiplyTaps, type PointTaps, type RowTaps } from './row-taps.js';
import type { Sums } from './sum-per-image.js';

/**
 * The transpose of {@link gatherRow}: adds weight · dy to every pixel that a row of points reads. `dimage` is what the
 * gradient of the row's image is added up in; see {@link sumPerImage}.
 *
 * Points are taken in order, one after the other, so that the same call gives the same bits. A tap of weight 0 adds
 * nothing, even when dy is infinite.
 */
export function scatterRow(
  dimage: Sums,
  imageLayout: Layout,
  dy: Float32Array,
  cropAt: number,
  cropLayout: Layout,
  taps: RowTaps,
  point: PointTaps,
): void {
  const { xStride, channels, channelStride } = cropLayout;
  const { offset, weight } = point;
  for (let p = 0; p < taps.count; p++) {
    const n = multiplyTaps(point, taps, p, 0, imageLayout);
    const at = cropAt + taps.point[p] * xStride;
    for (let k = 0; k < n; k++) {
      if (weight[k] === 0) continue;
      for (let c = 0; c < channels; c++) {
        dimage[offset[k] + c * imageLayout.channelStride] += weight[k] * dy[at + c * channelStride];
      }
    }
  }
}
