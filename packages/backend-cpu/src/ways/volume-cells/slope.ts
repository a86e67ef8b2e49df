import type { Call } from '../../call.js';
import type { ImageArray } from '../../layout.js';
import type { Span } from '../../span.js';
import type { Cells } from '../cells/plan.js';

/** Differentiates the cells of a row of a volume. */
export function slopeVolumeCells(
  { count, at, part }: Cells,
  gradient: Float64Array,
  dy: Span<Float32Array>,
  { values, at: volumeAt, layout }: Span<ImageArray>,
  { x, y, z }: Call,
): void {
  const { xStride, yStride, zStride, channelStride, channels } = layout;
  for (let p = 0; p < count; p++) {
    let a = volumeAt + at[2 * p];
    const j = at[2 * p + 1];
    let from = dy.at + j * dy.layout.xStride;
    let d000 = 0;
    let d001 = 0;
    let d010 = 0;
    let d011 = 0;
    let d100 = 0;
    let d101 = 0;
    let d110 = 0;
    let d111 = 0;
    for (let n = 0; n < channels; n++) {
      const b = a + yStride;
      const c = a + zStride;
      const d = c + yStride;
      const g = dy.values[from];
      d000 += g * values[a];
      d001 += g * values[a + xStride];
      d010 += g * values[b];
      d011 += g * values[b + xStride];
      d100 += g * values[c];
      d101 += g * values[c + xStride];
      d110 += g * values[d];
      d111 += g * values[d + xStride];
      a += channelStride;
      from += dy.layout.channelStride;
    }
    const u = part[3 * p];
    const v = part[3 * p + 1];
    const w = part[3 * p + 2];
    const near = (1 - v) * (d001 - d000) + v * (d011 - d010);
    const far = (1 - v) * (d101 - d100) + v * (d111 - d110);
    gradient[3 * j] = x.scale * ((1 - w) * near + w * far);
    const front = (1 - u) * (d010 - d000) + u * (d011 - d001);
    const back = (1 - u) * (d110 - d100) + u * (d111 - d101);
    gradient[3 * j + 1] = y.scale * ((1 - w) * front + w * back);
    const top = (1 - u) * (d100 - d000) + u * (d101 - d001);
    const bottom = (1 - u) * (d110 - d010) + u * (d111 - d011);
    gradient[3 * j + 2] = z.scale * ((1 - v) * top + v * bottom);
  }
}
