import type { Cells } from './cells.js';
import type { ImageArray, Layout } from './layout.js';
import type { RowGradient } from './slope-row.js';

/**
 * Differentiates the cells of a row of a volume by their coordinates, as {@link slopeRow} does. Arguments as there, but
 * that fillValue plays no part and `alignCorners` does.
 */
export function slopeVolumeCells(
  { values }: RowGradient,
  dy: Float32Array,
  cropAt: number,
  cropLayout: Layout,
  volume: ImageArray,
  volumeAt: number,
  volumeLayout: Layout,
  { count, at, part }: Cells,
  alignCorners: boolean,
): void {
  const { xStride, yStride, zStride, channelStride, channels, width, height, depth } = volumeLayout;
  const scaleX = (alignCorners ? width - 1 : width) / 2;
  const scaleY = (alignCorners ? height - 1 : height) / 2;
  const scaleZ = (alignCorners ? depth - 1 : depth) / 2;
  for (let p = 0; p < count; p++) {
    let a = volumeAt + at[2 * p];
    const j = at[2 * p + 1];
    let from = cropAt + j * cropLayout.xStride;
    let d000 = 0;
    let d001 = 0;
    let d010 = 0;
    let d011 = 0;
    let d100 = 0;
    let d101 = 0;
    let d110 = 0;
    let d111 = 0;
    for (let n = 0; n < channels; n++) {
      const b = a + yStride;
      const c = a + zStride;
      const d = c + yStride;
      const g = dy[from];
      d000 += g * volume[a];
      d001 += g * volume[a + xStride];
      d010 += g * volume[b];
      d011 += g * volume[b + xStride];
      d100 += g * volume[c];
      d101 += g * volume[c + xStride];
      d110 += g * volume[d];
      d111 += g * volume[d + xStride];
      a += channelStride;
      from += cropLayout.channelStride;
    }
    const u = part[3 * p];
    const v = part[3 * p + 1];
    const w = part[3 * p + 2];
    const near = (1 - v) * (d001 - d000) + v * (d011 - d010);
    const far = (1 - v) * (d101 - d100) + v * (d111 - d110);
    values[3 * j] = scaleX * ((1 - w) * near + w * far);
    const front = (1 - u) * (d010 - d000) + u * (d011 - d001);
    const back = (1 - u) * (d110 - d100) + u * (d111 - d101);
    values[3 * j + 1] = scaleY * ((1 - w) * front + w * back);
    const top = (1 - u) * (d100 - d000) + u * (d101 - d001);
    const bottom = (1 - u) * (d110 - d010) + u * (d111 - d011);
    values[3 * j + 2] = scaleZ * ((1 - v) * top + v * bottom);
  }
}
