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
    const at = cropAt + plane * cropLayout.channelStride;
    if (count === 2 && !volume) addBilinearColumns(gradient, dy, at, width, blend, weight, slope);
    else addColumns(gradient, dy, at, width, blend, taps.x);
  }
  if (fillValue !== 0) addFillSlopes(gradient, dy, cropAt, cropLayout, taps, fillValue);
}

/** The columns of one channel plane: in x by their slopes, along the other axes by their weights. */
function addColumns(
  gradient: RowGradient,
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
      gradient.x[j] += slope[k] * dot;
      gradient.y[j] += weight[k] * dotY;
      gradient.z[j] += weight[k] * dotZ;
    }
  }
}

/** {@link addColumns} for the two taps of a bilinear image, in one pass over the channels. */
function addBilinearColumns(
  gradient: RowGradient,
  dy: Float32Array,
  dyAt: number,
  width: number,
  { inner, offset, blended, blendedSlopeY }: RowBlend,
  weight: Float64Array,
  slope: Float64Array,
): void {
  let at = dyAt;
  for (let j = 0; j < width; j++) {
    const a = offset[2 * j];
    const b = offset[2 * j + 1];
    let dotA = 0;
    let dotB = 0;
    let dotYA = 0;
    let dotYB = 0;
    for (let c = 0; c < inner; c++) {
      const d = dy[at++];
      dotA += d * blended[a + c];
      dotB += d * blended[b + c];
      dotYA += d * blendedSlopeY[a + c];
      dotYB += d * blendedSlopeY[b + c];
    }
    gradient.x[j] += slope[2 * j] * dotA + slope[2 * j + 1] * dotB;
    gradient.y[j] += weight[2 * j] * dotYA + weight[2 * j + 1] * dotYB;
  }
}
