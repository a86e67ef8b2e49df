import type { ImageArray, Layout } from './layout.js';
import { blendRows, listRows, type RowBlend } from './row-blend.js';
import { outsideWeight, type RowTaps } from './row-taps.js';

/** {@link gatherRow} for a row of an axis-aligned crop: image rows first, columns second. Arguments as there. */
export function gatherBlendedRow(
  crop: Float32Array,
  cropAt: number,
  cropLayout: Layout,
  image: ImageArray,
  imageAt: number,
  imageLayout: Layout,
  taps: RowTaps,
  blend: RowBlend,
  fillValue: number,
): void {
  const { planes, inner, offset, blended, rowWeight } = blend;
  const { width, xStride, channelStride } = cropLayout;
  const rows = listRows(blend, taps, imageAt, imageLayout);
  for (let plane = 0; plane < planes; plane++) {
    blendRows(blended, blend, rowWeight, rows, image, plane * imageLayout.channelStride);
    pickColumns(crop, cropAt + plane * channelStride, width, blended, offset, taps.x.weight, taps.x.count, inner);
  }
  if (fillValue === 0) return;
  for (let j = 0; j < width; j++) {
    const outside = outsideWeight(taps, j);
    if (outside === 0) continue;
    const at = cropAt + j * xStride;
    for (let c = 0; c < cropLayout.channels; c++) crop[at + c * channelStride] += fillValue * outside;
  }
}

/** The columns of one blended row: `count` taps for each of `width` pixels of `inner` values. */
function pickColumns(
  crop: Float32Array,
  cropAt: number,
  width: number,
  blended: Float64Array,
  offset: Int32Array,
  weight: Float64Array,
  count: number,
  inner: number,
): void {
  let at = cropAt;
  if (count === 2) {
    for (let j = 0; j < width; j++) {
      const a = offset[2 * j];
      const b = offset[2 * j + 1];
      const wa = weight[2 * j];
      const wb = weight[2 * j + 1];
      for (let c = 0; c < inner; c++) crop[at++] = wa * blended[a + c] + wb * blended[b + c];
    }
    return;
  }
  for (let j = 0; j < width; j++) {
    for (let c = 0; c < inner; c++) {
      let value = 0;
      for (let k = j * count; k < (j + 1) * count; k++) value += weight[k] * blended[offset[k] + c];
      crop[at++] = value;
    }
  }
}
