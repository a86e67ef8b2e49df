import type { ImageArray } from '../../layout.js';
import type { Span } from '../../span.js';
import type { Cells } from '../cells/plan.js';

/** Samples the cells of a row of a volume. Bit for bit what the general way gives for such points. */
export function gatherVolumeCells(
  { count, at, part }: Cells,
  crop: Span<ImageArray>,
  { values, at: volumeAt, layout }: Span<ImageArray>,
): void {
  const { xStride, yStride, zStride, channelStride, channels } = layout;
  const { xStride: cropXStride, channelStride: cropChannelStride } = crop.layout;
  const out = crop.values;
  for (let p = 0; p < count; p++) {
    const u = part[3 * p];
    const v = part[3 * p + 1];
    const w = part[3 * p + 2];
    const row00 = (1 - w) * (1 - v);
    const row01 = (1 - w) * v;
    const row10 = w * (1 - v);
    const row11 = w * v;
    let a = volumeAt + at[2 * p];
    let to = crop.at + at[2 * p + 1] * cropXStride;
    for (let n = 0; n < channels; n++) {
      const b = a + yStride;
      const c = a + zStride;
      const d = c + yStride;
      out[to] =
        row00 * (1 - u) * values[a] +
        row00 * u * values[a + xStride] +
        row01 * (1 - u) * values[b] +
        row01 * u * values[b + xStride] +
        row10 * (1 - u) * values[c] +
        row10 * u * values[c + xStride] +
        row11 * (1 - u) * values[d] +
        row11 * u * values[d + xStride];
      a += channelStride;
      to += cropChannelStride;
    }
  }
}
