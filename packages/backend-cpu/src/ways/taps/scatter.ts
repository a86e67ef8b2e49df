import type { Span } from '../../span.js';
import type { Sums } from '../../sum-per-image.js';
import { multiplyTaps, type Taps } from './plan.js';

/** Adds the points one after the other, in order, so that the same call gives the same bits. */
export function scatterTaps(points: Taps, dimage: Span<Sums>, { values, at, layout }: Span<Float32Array>): void {
  const { taps, offset, weight } = points;
  const { xStride, channels, channelStride } = layout;
  const { values: sums, layout: image } = dimage;
  for (let p = 0; p < taps.count; p++) {
    const n = multiplyTaps(points, p, dimage.at, image);
    const from = at + taps.point[p] * xStride;
    for (let k = 0; k < n; k++) {
      const w = weight[k];
      if (w === 0) continue;
      let to = offset[k];
      for (let c = 0, d = from; c < channels; c++, d += channelStride, to += image.channelStride) {
        sums[to] += w * values[d];
      }
    }
  }
}
