import type { Cells } from './cells.js';
import type { Layout } from './layout.js';

/**
 * {@link scatterCells} for sums in float64, of images and volumes. Arguments as there. Most time goes into these loops, and
 * an engine makes a loop slow for good once it has met two kinds of arrays, so float64 has a loop of its own.
 */
export function scatterDenseCells(
  dimage: Float64Array,
  { xStride, yStride, zStride, channelStride, channels }: Layout,
  dy: Float32Array,
  cropAt: number,
  cropLayout: Layout,
  { dimensions, count, at, part, rowAt }: Cells,
): void {
  const slices = dimensions === 3 ? 2 : 1;
  for (let p = 0; p < count; p++) {
    const cell = rowAt + at[2 * p];
    const from = cropAt + at[2 * p + 1] * cropLayout.xStride;
    const u = part[dimensions * p];
    const v = part[dimensions * p + 1];
    const w = slices === 2 ? part[3 * p + 2] : 0;
    for (let k = 0; k < slices; k++) {
      for (let i = 0; i < 2; i++) {
        const row = (k === 0 ? 1 - w : w) * (i === 0 ? 1 - v : v);
        for (let j = 0; j < 2; j++) {
          const weight = row * (j === 0 ? 1 - u : u);
          if (weight === 0) continue;
          const to = cell + k * zStride + i * yStride + j * xStride;
          for (let c = 0; c < channels; c++) {
            dimage[to + c * channelStride] += weight * dy[from + c * cropLayout.channelStride];
          }
        }
      }
    }
  }
}
