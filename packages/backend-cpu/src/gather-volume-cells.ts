import type { Cells } from './cells.js';
import type { ImageArray, Layout } from './layout.js';

/** Samples the cells of a row of a volume. Bit for bit what {@link gatherRow} gives for such points. Arguments as there. */
export function gatherVolumeCells(
  crop: Float32Array,
  cropAt: number,
  cropLayout: Layout,
  volume: ImageArray,
  volumeAt: number,
  volumeLayout: Layout,
  { count, at, part }: Cells,
): void {
  const { xStride, yStride, zStride, channelStride, channels } = volumeLayout;
  for (let p = 0; p < count; p++) {
    const u = part[3 * p];
    const v = part[3 * p + 1];
    const w = part[3 * p + 2];
    const row00 = (1 - w) * (1 - v);
    const row01 = (1 - w) * v;
    const row10 = w * (1 - v);
    const row11 = w * v;
    let a = volumeAt + at[2 * p];
    let to = cropAt + at[2 * p + 1] * cropLayout.xStride;
    for (let n = 0; n < channels; n++) {
      const b = a + yStride;
      const c = a + zStride;
      const d = c + yStride;
      crop[to] =
        row00 * (1 - u) * volume[a] +
        row00 * u * volume[a + xStride] +
        row01 * (1 - u) * volume[b] +
        row01 * u * volume[b + xStride] +
        row10 * (1 - u) * volume[c] +
        row10 * u * volume[c + xStride] +
        row11 * (1 - u) * volume[d] +
        row11 * u * volume[d + xStride];
      a += channelStride;
      to += cropLayout.channelStride;
    }
  }
}
