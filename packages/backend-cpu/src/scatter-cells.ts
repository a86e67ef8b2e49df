import type { Cells } from './cells.js';
import { hasRgbPixels, type Layout } from './layout.js';
import { scatterDenseCells } from './scatter-dense-cells.js';
import { scatterVolumeCells } from './scatter-volume-cells.js';
import type { Sums } from './sum-per-image.js';

/**
 * The transpose of {@link gatherCells}: adds weight · dy to the four pixels of every cell of a row. As in
 * {@link scatterRow}, whose arguments it takes, a weight of 0 adds nothing, even when dy is infinite.
 */
export function scatterCells(
  dimage: Sums,
  imageLayout: Layout,
  dy: Float32Array,
  cropAt: number,
  cropLayout: Layout,
  cells: Cells,
): void {
  if (dimage instanceof Float64Array) {
    scatterDenseCells(dimage, imageLayout, dy, cropAt, cropLayout, cells);
    return;
  }
  if (cells.dimensions === 3) {
    scatterVolumeCells(dimage, imageLayout, dy, cropAt, cropLayout, cells);
    return;
  }
  const { xStride, yStride, channelStride, channels } = imageLayout;
  const { count, at, part, rowAt } = cells;
  const rgb = hasRgbPixels(imageLayout);
  for (let p = 0; p < count; p++) {
    let a = rowAt + at[2 * p];
    let from = cropAt + at[2 * p + 1] * cropLayout.xStride;
    const u = part[2 * p];
    const v = part[2 * p + 1];
    const w00 = (1 - v) * (1 - u);
    const w01 = (1 - v) * u;
    const w10 = v * (1 - u);
    const w11 = v * u;
    if (rgb && w11 !== 0) {
      scatterRgb(dimage, a, a + yStride, dy[from], dy[from + 1], dy[from + 2], w00, w01, w10, w11);
      continue;
    }
    for (let c = 0; c < channels; c++) {
      const d = dy[from];
      const b = a + yStride;
      dimage[a] += w00 * d;
      if (w11 !== 0) {
        dimage[a + xStride] += w01 * d;
        dimage[b] += w10 * d;
        dimage[b + xStride] += w11 * d;
      } else {
        if (w01 !== 0) dimage[a + xStride] += w01 * d;
        if (w10 !== 0) dimage[b] += w10 * d;
      }
      a += channelStride;
      from += cropLayout.channelStride;
    }
  }
}

/** One cell of three channels, last, of whose weights none is 0. */
function scatterRgb(
  dimage: Float32Array,
  a: number,
  b: number,
  red: number,
  green: number,
  blue: number,
  w00: number,
  w01: number,
  w10: number,
  w11: number,
): void {
  dimage[a] += w00 * red;
  dimage[a + 1] += w00 * green;
  dimage[a + 2] += w00 * blue;
  dimage[a + 3] += w01 * red;
  dimage[a + 4] += w01 * green;
  dimage[a + 5] += w01 * blue;
  dimage[b] += w10 * red;
  dimage[b + 1] += w10 * green;
  dimage[b + 2] += w10 * blue;
  dimage[b + 3] += w11 * red;
  dimage[b + 4] += w11 * green;
  dimage[b + 5] += w11 * blue;
}
