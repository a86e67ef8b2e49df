import type { ImageArray } from '../../layout.js';
import type { Span } from '../../span.js';
import type { Cells } from './plan.js';

/** Samples the cells of a row. Bit for bit what the general way gives for such points. */
export function gatherCells(
  { count, at, part, rowAt }: Cells,
  crop: Span<ImageArray>,
  { values, at: imageAt, layout }: Span<ImageArray>,
): void {
  const { xStride, yStride, channelStride, channels } = layout;
  const { xStride: cropXStride, channelStride: cropChannelStride } = crop.layout;
  const out = crop.values;
  const from = imageAt + rowAt;
  for (let p = 0; p < count; p++) {
    const u = part[2 * p];
    const v = part[2 * p + 1];
    const w00 = (1 - v) * (1 - u);
    const w01 = (1 - v) * u;
    const w10 = v * (1 - u);
    const w11 = v * u;
    let a = from + at[2 * p];
    let to = crop.at + at[2 * p + 1] * cropXStride;
    for (let c = 0; c < channels; c++) {
      const b = a + yStride;
      out[to] = w00 * values[a] + w01 * values[a + xStride] + w10 * values[b] + w11 * values[b + xStride];
      a += channelStride;
      to += cropChannelStride;
    }
  }
}
