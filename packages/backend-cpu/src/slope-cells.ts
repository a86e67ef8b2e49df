import type { Cells } from './cells.js';
import { hasRgbPixels, type ImageArray, type Layout } from './layout.js';
import type { RowGradient } from './slope-row.js';
import { slopeVolumeCells } from './slope-volume-cells.js';

/**
 * Differentiates the cells of a row by their coordinates, as {@link slopeRow} does. Arguments as there, but that
 * fillValue plays no part and `alignCorners` does.
 */
export function slopeCells(
  gradient: RowGradient,
  dy: Float32Array,
  cropAt: number,
  cropLayout: Layout,
  image: ImageArray,
  imageAt: number,
  imageLayout: Layout,
  cells: Cells,
  alignCorners: boolean,
): void {
  if (cells.dimensions === 3) {
    slopeVolumeCells(gradient, dy, cropAt, cropLayout, image, imageAt, imageLayout, cells, alignCorners);
    return;
  }
  const { values } = gradient;
  const { xStride, yStride, channelStride, channels, width, height } = imageLayout;
  const { count, at, part, rowAt } = cells;
  const scaleX = (alignCorners ? width - 1 : width) / 2;
  const scaleY = (alignCorners ? height - 1 : height) / 2;
  const from = imageAt + rowAt;
  if (hasRgbPixels(imageLayout)) {
    slopeRgbCells(values, dy, cropAt, image, from, yStride, cells, scaleX, scaleY);
    return;
  }
  for (let p = 0; p < count; p++) {
    let a = from + at[2 * p];
    const j = at[2 * p + 1];
    let g = cropAt + j * cropLayout.xStride;
    let d00 = 0;
    let d01 = 0;
    let d10 = 0;
    let d11 = 0;
    for (let c = 0; c < channels; c++) {
      const b = a + yStride;
      const d = dy[g];
      d00 += d * image[a];
      d01 += d * image[a + xStride];
      d10 += d * image[b];
      d11 += d * image[b + xStride];
      a += channelStride;
      g += cropLayout.channelStride;
    }
    const u = part[2 * p];
    const v = part[2 * p + 1];
    values[2 * j] = scaleX * ((1 - v) * (d01 - d00) + v * (d11 - d10));
    values[2 * j + 1] = scaleY * ((1 - u) * (d10 - d00) + u * (d11 - d01));
  }
}

/** The same for three channels, last. */
function slopeRgbCells(
  values: Float64Array,
  dy: Float32Array,
  cropAt: number,
  image: ImageArray,
  from: number,
  yStride: number,
  { count, at, part }: Cells,
  scaleX: number,
  scaleY: number,
): void {
  for (let p = 0; p < count; p++) {
    const a = from + at[2 * p];
    const b = a + yStride;
    const j = at[2 * p + 1];
    const g = cropAt + j * 3;
    const d0 = dy[g];
    const d1 = dy[g + 1];
    const d2 = dy[g + 2];
    const d00 = d0 * image[a] + d1 * image[a + 1] + d2 * image[a + 2];
    const d01 = d0 * image[a + 3] + d1 * image[a + 4] + d2 * image[a + 5];
    const d10 = d0 * image[b] + d1 * image[b + 1] + d2 * image[b + 2];
    const d11 = d0 * image[b + 3] + d1 * image[b + 4] + d2 * image[b + 5];
    const u = part[2 * p];
    const v = part[2 * p + 1];
    values[2 * j] = scaleX * ((1 - v) * (d01 - d00) + v * (d11 - d10));
    values[2 * j + 1] = scaleY * ((1 - u) * (d10 - d00) + u * (d11 - d01));
  }
}
