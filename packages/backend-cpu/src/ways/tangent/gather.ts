import type { ImageArray } from '../../layout.js';
import type { Span } from '../../span.js';
import { multiplyMoving, type TangentTaps } from './plan.js';

/** The derivative of the samples along the tangent. Taps outside read fillValue: what they weigh more, those inside weigh less. */
export function gatherMoving(
  moving: TangentTaps,
  { values, at, layout }: Span<ImageArray>,
  image: Span<ImageArray>,
  fillValue: number,
): void {
  const { taps, offset, weight } = moving.points;
  const pixels = image.values;
  for (let p = 0; p < taps.count; p++) {
    const n = multiplyMoving(moving, p, image.at, image.layout);
    const slope = fillValue === 0 ? 0 : outsideMoving(moving, p);
    const background = slope === 0 ? 0 : fillValue * slope;
    let to = at + taps.point[p] * layout.xStride;
    let channel = 0;
    for (let c = 0; c < layout.channels; c++) {
      let value = background;
      for (let k = 0; k < n; k++) value += weight[k] * pixels[offset[k] + channel];
      values[to] = value;
      to += layout.channelStride;
      channel += image.layout.channelStride;
    }
  }
}

/** How fast the weight outside, 1 - (1 - ox)·(1 - oy)·(1 - oz), grows along the tangent. */
function outsideMoving({ points, tangent, at, dimensions }: TangentTaps, p: number): number {
  const { x, y, z } = points.taps;
  const c = dimensions === 3 ? p : 0;
  const place = at + p * dimensions;
  // A point that samples nothing does not move, though its tangent may not be finite.
  if (x.outsideSlope[p] === 0 && y.outsideSlope[p] === 0 && z.outsideSlope[c] === 0) return 0;
  const [ix, iy, iz] = [1 - x.outside[p], 1 - y.outside[p], 1 - z.outside[c]];
  const alongZ = dimensions === 3 ? tangent[place + 2] * z.outsideSlope[c] * ix * iy : 0;
  return tangent[place] * x.outsideSlope[p] * iy * iz + tangent[place + 1] * y.outsideSlope[p] * ix * iz + alongZ;
}
