import type { Layout } from '../../layout.js';
import type { Span } from '../../span.js';
import type { Cells } from './plan.js';

/**
 * The scatter of cells for sums in float64, of images and volumes. Most time goes into these loops, and an engine makes a
 * loop slow for good once it has met two kinds of arrays, so float64 has a loop of its own.
 */
export function scatterDense(
  { count, at, part, rowAt }: Cells,
  sums: Float64Array,
  { xStride, yStride, zStride, channelStride, channels }: Layout,
  dy: Span<Float32Array>,
  dimensions: number,
): void {
  const slices = dimensions === 3 ? 2 : 1;
  for (let p = 0; p < count; p++) {
    const cell = rowAt + at[2 * p];
    const from = dy.at + at[2 * p + 1] * dy.layout.xStride;
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
            sums[to + c * channelStride] += weight * dy.values[from + c * dy.layout.channelStride];
          }
        }
      }
    }
  }
}
