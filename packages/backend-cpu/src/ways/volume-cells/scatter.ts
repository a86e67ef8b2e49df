import type { Span } from '../../span.js';
import type { Sums } from '../../sum-per-image.js';
import type { Cells } from '../cells/plan.js';
import { scatterDense } from '../cells/scatter-dense.js';

/** Adds the cells of a row to the volume. */
export function scatterVolumeCells(cells: Cells, dvolume: Span<Sums>, dy: Span<Float32Array>): void {
  const { values, layout } = dvolume;
  if (values instanceof Float64Array) {
    scatterDense(cells, values, layout, dy, 3);
    return;
  }
  const { count, at, part } = cells;
  const { xStride, yStride, zStride, channelStride, channels } = layout;
  for (let p = 0; p < count; p++) {
    const u = part[3 * p];
    const v = part[3 * p + 1];
    const w = part[3 * p + 2];
    let a = at[2 * p];
    let from = dy.at + at[2 * p + 1] * dy.layout.xStride;
    for (let n = 0; n < channels; n++) {
      const d = dy.values[from];
      addPair(values, a, xStride, (1 - w) * (1 - v), u, d);
      addPair(values, a + yStride, xStride, (1 - w) * v, u, d);
      addPair(values, a + zStride, xStride, w * (1 - v), u, d);
      addPair(values, a + zStride + yStride, xStride, w * v, u, d);
      a += channelStride;
      from += dy.layout.channelStride;
    }
  }
}

/** Adds dy to two voxels next to each other, of which the row weighs `row` and the second `u` of that. */
function addPair(dvolume: Float32Array, a: number, xStride: number, row: number, u: number, d: number): void {
  if (row === 0) return;
  dvolume[a] += row * (1 - u) * d;
  if (row * u !== 0) dvolume[a + xStride] += row * u * d;
}
