import type { Span } from '../../span.js';
import type { Sums } from '../../sum-per-image.js';
import { multiplyMoving, type TangentTaps } from './plan.js';

/** The transpose of the derivative along the tangent, by the image. */
export function scatterMoving(
  moving: TangentTaps,
  dimage: Span<Sums>,
  { values, at, layout }: Span<Float32Array>,
): void {
  const { taps, offset, weight } = moving.points;
  const { xStride, channels, channelStride } = layout;
  const { values: sums, layout: image } = dimage;
  for (let p = 0; p < taps.count; p++) {
    const n = multiplyMoving(moving, p, dimage.at, image);
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
