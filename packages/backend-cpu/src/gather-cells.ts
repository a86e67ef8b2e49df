import type { Cells } from './cells.js';
import { gatherVolumeCells } from './gather-volume-cells.js';
import { hasRgbPixels, type ImageArray, type Layout } from './layout.js';

/** Samples the cells of a row. Bit for bit what {@link gatherRow} gives for such points. Arguments as there. */
export function gatherCells(
  crop: Float32Array,
  cropAt: number,
  cropLayout: Layout,
  image: ImageArray,
  imageAt: number,
  imageLayout: Layout,
  cells: Cells,
): void {
  if (cells.dimensions === 3) {
    gatherVolumeCells(crop, cropAt, cropLayout, image, imageAt, imageLayout, cells);
    return;
  }
  const { xStride, yStride, channelStride, channels } = imageLayout;
  const { count, at, part, rowAt } = cells;
  const from = imageAt + rowAt;
  if (hasRgbPixels(imageLayout)) {
    gatherRgbCells(crop, cropAt, image, from, yStride, cells);
    return;
  }
  for (let p = 0; p < count; p++) {
    const u = part[2 * p];
    const v = part[2 * p + 1];
    const w00 = (1 - v) * (1 - u);
    const w01 = (1 - v) * u;
    const w10 = v * (1 - u);
    const w11 = v * u;
    let a = from + at[2 * p];
    let to = cropAt + at[2 * p + 1] * cropLayout.xStride;
    for (let c = 0; c < channels; c++) {
      const b = a + yStride;
      crop[to] = w00 * image[a] + w01 * image[a + xStride] + w10 * image[b] + w11 * image[b + xStride];
      a += channelStride;
      to += cropLayout.channelStride;
    }
  }
}

/** The same for three channels, last: a loop over three costs more than what is in it. */
function gatherRgbCells(
  crop: Float32Array,
  cropAt: number,
  image: ImageArray,
  from: number,
  yStride: number,
  { count, at, part }: Cells,
): void {
  for (let p = 0; p < count; p++) {
    const u = part[2 * p];
    const v = part[2 * p + 1];
    const w00 = (1 - v) * (1 - u);
    const w01 = (1 - v) * u;
    const w10 = v * (1 - u);
    const w11 = v * u;
    const a = from + at[2 * p];
    const b = a + yStride;
    const to = cropAt + at[2 * p + 1] * 3;
    crop[to] = w00 * image[a] + w01 * image[a + 3] + w10 * image[b] + w11 * image[b + 3];
    crop[to + 1] = w00 * image[a + 1] + w01 * image[a + 4] + w10 * image[b + 1] + w11 * image[b + 4];
    crop[to + 2] = w00 * image[a + 2] + w01 * image[a + 5] + w10 * image[b + 2] + w11 * image[b + 5];
  }
}
