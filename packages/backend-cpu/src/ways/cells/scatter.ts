import type { Span } from '../../span.js';
import type { Sums } from '../../sum-per-image.js';
import type { Cells } from './plan.js';
import { scatterDense } from './scatter-dense.js';

/** Adds the cells of a row to the image. */
export function scatterCells(cells: Cells, dimage: Span<Sums>, dy: Span<Float32Array>): void {
  const { values, layout } = dimage;
  if (values instanceof Float64Array) {
    scatterDense(cells, values, layout, dy, 2);
    return;
  }
  const { xStride, yStride, channelStride, channels } = layout;
  const { xStride: cropXStride, channelStride: cropChannelStride } = dy.layout;
  const { count, at, part, rowAt } = cells;
  const dyValues = dy.values;
  for (let p = 0; p < count; p++) {
    const u = part[2 * p];
    const v = part[2 * p + 1];
    const w00 = (1 - v) * (1 - u);
    const w01 = (1 - v) * u;
    const w10 = v * (1 - u);
    const w11 = v * u;
    let a = rowAt + at[2 * p];
    let from = dy.at + at[2 * p + 1] * cropXStride;
    if (w11 !== 0) {
      for (let c = 0; c < channels; c++) {
        const d = dyValues[from];
        const b = a + yStride;
        values[a] += w00 * d;
        values[a + xStride] += w01 * d;
        values[b] += w10 * d;
        values[b + xStride] += w11 * d;
        a += channelStride;
        from += cropChannelStride;
      }
      continue;
    }
    for (let c = 0; c < channels; c++) {
      const d = dyValues[from];
      values[a] += w00 * d;
      if (w01 !== 0) values[a + xStride] += w01 * d;
      if (w10 !== 0) values[a + yStride] += w10 * d;
      a += channelStride;
      from += cropChannelStride;
    }
  }
}
