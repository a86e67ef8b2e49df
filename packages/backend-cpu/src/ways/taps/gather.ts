import type { ImageArray } from '../../layout.js';
import type { Span } from '../../span.js';
import { outsideWeight } from '../row-taps.js';
import { multiplyTaps, type Taps } from './plan.js';

/**
 * Samples the points of a row. Taps outside are left out, never read and multiplied by 0, so that a NaN pixel reaches
 * only the points that touch it.
 */
export function gatherTaps(
  points: Taps,
  { values, at, layout }: Span<ImageArray>,
  image: Span<ImageArray>,
  fillValue: number,
): void {
  const { taps, offset, weight } = points;
  const pixels = image.values;
  for (let p = 0; p < taps.count; p++) {
    const n = multiplyTaps(points, p, image.at, image.layout);
    const outside = outsideWeight(taps, p);
    const background = outside === 0 ? 0 : fillValue * outside;
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
