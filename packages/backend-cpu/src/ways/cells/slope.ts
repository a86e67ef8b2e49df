import type { Call } from '../../call.js';
import type { ImageArray } from '../../layout.js';
import type { Span } from '../../span.js';
import type { Cells } from './plan.js';

/** Differentiates the cells of a row. */
export function slopeCells(
  { count, at, part, rowAt }: Cells,
  gradient: Float64Array,
  dy: Span<Float32Array>,
  { values, at: imageAt, layout }: Span<ImageArray>,
  { x, y }: Call,
): void {
  const { xStride, yStride, channelStride, channels } = layout;
  const { xStride: cropXStride, channelStride: cropChannelStride } = dy.layout;
  const from = imageAt + rowAt;
  for (let p = 0; p < count; p++) {
    let a = from + at[2 * p];
    const j = at[2 * p + 1];
    let g = dy.at + j * cropXStride;
    let d00 = 0;
    let d01 = 0;
    let d10 = 0;
    let d11 = 0;
    for (let c = 0; c < channels; c++) {
      const b = a + yStride;
      const d = dy.values[g];
      d00 += d * values[a];
      d01 += d * values[a + xStride];
      d10 += d * values[b];
      d11 += d * values[b + xStride];
      a += channelStride;
      g += cropChannelStride;
    }
    const u = part[2 * p];
    const v = part[2 * p + 1];
    gradient[2 * j] = x.scale * ((1 - v) * (d01 - d00) + v * (d11 - d10));
    gradient[2 * j + 1] = y.scale * ((1 - u) * (d10 - d00) + u * (d11 - d01));
  }
}
