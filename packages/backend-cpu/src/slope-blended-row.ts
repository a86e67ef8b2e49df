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
  const { planes, inner, volume, offset, blended, blendedSlopeY, blendedSlopeZ } = blend;
  const { count, weight, slope } = taps.x;
  const { width } = cropLayout;
  gradient.x.fill(0);
  gradient.y.fill(0);
  gradient.z.fill(0);
  const rows = listRows(blend, taps, imageAt, imageLayout);
  for (let plane = 0; plane < planes; plane++) {
    const planeAt = plane * imageLayout.channelStride;
    blendRows(blended, blend, blend.rowWeight, rows, image, planeAt);
    blendRows(blendedSlopeY, blend, blend.rowSlopeY, rows, image, planeAt);
    if (volume) blendRows(blendedSlopeZ, blend, blend.rowSlopeZ, rows, image, planeAt);
    let at = cropAt + plane * cropLayout.channelStride;
    for (let j = 0; j < width; j++, at += inner) {
      for (let k = j * count; k < (j + 1) * count; k++) {
        const pixel = offset[k];
        let dot = 0;
        let dotY = 0;
        for (let c = 0; c < inner; c++) {
          dot += dy[at + c] * blended[pixel + c];
          dotY += dy[at + c] * blendedSlopeY[pixel + c];
        }
        gradient.x[j] += slope[k] * dot;
        gradient.y[j] += weight[k] * dotY;
        if (!volume) continue;
        let dotZ = 0;
        for (let c = 0; c < inner; c++) dotZ += dy[at + c] * blendedSlopeZ[pixel + c];
        gradient.z[j] += weight[k] * dotZ;
      }
    }
  }
  if (fillValue !== 0) addFillSlopes(gradient, dy, cropAt, cropLayout, taps, fillValue);
}
