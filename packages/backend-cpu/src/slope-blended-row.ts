import type { AxisTaps } from './axis-taps.js';
import type { ImageArray, Layout } from './layout.js';
import { blendRows, listRows, type RowBlend } from './row-blend.js';
import type { RowTaps } from './row-taps.js';
import { addFillSlopes, type RowGradient } from './slope-row.js';

/**
 * {@link slopeRow} for a row of an axis-aligned crop: the rows are blended once with their weights, for x, and once
 * with the slopes of each other axis. Arguments as there.
 */
export function slopeBlendedRow(
  gradient: RowGradient,
  dy: Float32Array,
  cropAt: number,
  cropLayout: Layout,
  image: ImageArray,
  imageAt: number,
  imageLayout: Layout,
  taps: RowTaps,
  blend: RowBlend,
  fillValue: number,
): void {
  const { planes, volume, blended, blendedSlopeY, blendedSlopeZ } = blend;
  const { width } = cropLayout;
  gradient.values.fill(0);
  const rows = listRows(blend, taps, imageAt, imageLayout);
  for (let plane = 0; plane < planes; plane++) {
    const planeAt = plane * imageLayout.channelStride;
    blendRows(blended, blend, blend.rowWeight, rows, image, planeAt);
    blendRows(blendedSlopeY, blend, blend.rowSlopeY, rows, image, planeAt);
    if (volume) blendRows(blendedSlopeZ, blend, blend.rowSlopeZ, rows, image, planeAt);
    const at = cropAt + plane * cropLayout.channelStride;
    addColumns(gradient, dy, at, width, blend, taps.x);
  }
  if (fillValue !== 0) addFillSlopes(gradient, dy, cropAt, cropLayout, taps, fillValue);
}

/** The columns of one channel plane: in x by their slopes, along the other axes by their weights. */
function addColumns(
  { values, dimensions }: RowGradient,
  dy: Float32Array,
  dyAt: number,
  width: number,
  { inner, volume, offset, blended, blendedSlopeY, blendedSlopeZ }: RowBlend,
  { count, weight, slope }: AxisTaps,
): void {
  let at = dyAt;
  for (let j = 0; j < width; j++, at += inner) {
    for (let k = j * count; k < (j + 1) * count; k++) {
      const pixel = offset[k];
      let dot = 0;
      let dotY = 0;
      let dotZ = 0;
      for (let c = 0; c < inner; c++) {
        dot += dy[at + c] * blended[pixel + c];
        dotY += dy[at + c] * blendedSlopeY[pixel + c];
        if (volume) dotZ += dy[at + c] * blendedSlopeZ[pixel + c];
      }
      values[j * dimensions] += slope[k] * dot;
      values[j * dimensions + 1] += weight[k] * dotY;
      if (volume) values[j * dimensions + 2] += weight[k] * dotZ;
    }
  }
}
