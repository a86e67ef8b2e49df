import type { AxisTaps } from './axis-taps.js';
import type { Layout } from './layout.js';
import { listRows, type RowBlend } from './row-blend.js';
import type { RowTaps } from './row-taps.js';
import type { Sums } from './sum-per-image.js';

/** {@link scatterRow} for a row of an axis-aligned crop: columns first, image rows second. Arguments as there. */
export function scatterBlendedRow(
  dimage: Sums,
  imageLayout: Layout,
  dy: Float32Array,
  cropAt: number,
  cropLayout: Layout,
  taps: RowTaps,
  blend: RowBlend,
): void {
  const { planes, inner, columns, offset, blended, rowAt, rowWeight } = blend;
  const length = columns * inner;
  const rows = listRows(blend, taps, 0, imageLayout);
  for (let plane = 0; plane < planes; plane++) {
    blended.fill(0, 0, length + inner);
    spreadColumns(blended, offset, taps.x, dy, cropAt + plane * cropLayout.channelStride, cropLayout.width, inner);
    for (let r = 0; r < rows; r++) {
      const w = rowWeight[r];
      if (w === 0) continue;
      const to = rowAt[r] + plane * imageLayout.channelStride;
      for (let e = 0; e < length; e++) dimage[to + e] += w * blended[e];
    }
  }
}

/** Adds each output pixel of a row to the columns it read. */
function spreadColumns(
  blended: Float64Array,
  offset: Int32Array,
  { count, weight }: AxisTaps,
  dy: Float32Array,
  dyAt: number,
  width: number,
  inner: number,
): void {
  let at = dyAt;
  for (let j = 0; j < width; j++, at += inner) {
    for (let k = j * count; k < (j + 1) * count; k++) {
      const w = weight[k];
      if (w === 0) continue;
      const to = offset[k];
      for (let c = 0; c < inner; c++) blended[to + c] += w * dy[at + c];
    }
  }
}
