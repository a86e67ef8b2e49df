import type { Call } from '../../call.js';
import type { ImageArray } from '../../layout.js';
import type { Span } from '../../span.js';
import type { Cells } from '../cells/plan.js';

/** Differentiates the columns of a row of RGB pixels. Each pixel is read once, as the gather does. */
export function slopeRgbColumns(
  { count, at, part, rowAt }: Cells,
  gradient: Float64Array,
  { values: dy, at: dyAt }: Span<Float32Array>,
  { values: image, at: imageAt, layout }: Span<ImageArray>,
  { x, y }: Call,
): void {
  const bottom = part[1];
  const top = 1 - bottom;
  const start = imageAt + rowAt;
  let left = -6;
  let a0 = 0;
  let a1 = 0;
  let a2 = 0;
  let b0 = 0;
  let b1 = 0;
  let b2 = 0;
  let nextA0 = 0;
  let nextA1 = 0;
  let nextA2 = 0;
  let nextB0 = 0;
  let nextB1 = 0;
  let nextB2 = 0;
  for (let p = 0; p < count; p++) {
    const column = at[2 * p];
    if (column !== left) {
      const a = start + column;
      const b = a + layout.yStride;
      if (column === left + 3) {
        a0 = nextA0;
        a1 = nextA1;
        a2 = nextA2;
        b0 = nextB0;
        b1 = nextB1;
        b2 = nextB2;
      } else {
        a0 = image[a];
        a1 = image[a + 1];
        a2 = image[a + 2];
        b0 = image[b];
        b1 = image[b + 1];
        b2 = image[b + 2];
      }
      nextA0 = image[a + 3];
      nextA1 = image[a + 4];
      nextA2 = image[a + 5];
      nextB0 = image[b + 3];
      nextB1 = image[b + 4];
      nextB2 = image[b + 5];
      left = column;
    }
    const u = part[2 * p];
    const j = at[2 * p + 1];
    const from = dyAt + 3 * j;
    const d0 = dy[from];
    const d1 = dy[from + 1];
    const d2 = dy[from + 2];
    const d00 = d0 * a0 + d1 * a1 + d2 * a2;
    const d01 = d0 * nextA0 + d1 * nextA1 + d2 * nextA2;
    const d10 = d0 * b0 + d1 * b1 + d2 * b2;
    const d11 = d0 * nextB0 + d1 * nextB1 + d2 * nextB2;
    gradient[2 * j] = x.scale * (top * (d01 - d00) + bottom * (d11 - d10));
    gradient[2 * j + 1] = y.scale * ((1 - u) * (d10 - d00) + u * (d11 - d01));
  }
}
