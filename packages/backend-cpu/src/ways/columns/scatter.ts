import type { Span } from '../../span.js';
import type { Cells } from '../cells/plan.js';

/**
 * Adds the columns of a row of RGB pixels to the image: what they send to a pair of pixels is summed first, and added
 * when the next column has left the pair.
 */
export function scatterRgbColumns(
  { count, at, part, rowAt }: Cells,
  dimage: Span<Float32Array>,
  { values: dy, at: dyAt }: Span<Float32Array>,
): void {
  const bottom = part[1];
  let left = -6;
  let l0 = 0;
  let l1 = 0;
  let l2 = 0;
  let r0 = 0;
  let r1 = 0;
  let r2 = 0;
  for (let p = 0; p < count; p++) {
    const column = at[2 * p];
    if (column !== left) {
      if (left >= 0) {
        addPair(dimage, rowAt + left, bottom, l0, l1, l2);
        if (column !== left + 3) {
          addPair(dimage, rowAt + left + 3, bottom, r0, r1, r2);
          r0 = 0;
          r1 = 0;
          r2 = 0;
        }
      }
      l0 = r0;
      l1 = r1;
      l2 = r2;
      r0 = 0;
      r1 = 0;
      r2 = 0;
      left = column;
    }
    const u = part[2 * p];
    const from = dyAt + 3 * at[2 * p + 1];
    const d0 = dy[from];
    const d1 = dy[from + 1];
    const d2 = dy[from + 2];
    l0 += (1 - u) * d0;
    l1 += (1 - u) * d1;
    l2 += (1 - u) * d2;
    if (u !== 0) {
      r0 += u * d0;
      r1 += u * d1;
      r2 += u * d2;
    }
  }
  if (left < 0) return;
  addPair(dimage, rowAt + left, bottom, l0, l1, l2);
  addPair(dimage, rowAt + left + 3, bottom, r0, r1, r2);
}

/** Adds three channels to the pixel at `a` and the one below it, which is `bottom` of the way. */
function addPair(
  { values, layout }: Span<Float32Array>,
  a: number,
  bottom: number,
  red: number,
  green: number,
  blue: number,
): void {
  values[a] += (1 - bottom) * red;
  values[a + 1] += (1 - bottom) * green;
  values[a + 2] += (1 - bottom) * blue;
  if (bottom === 0) return;
  const b = a + layout.yStride;
  values[b] += bottom * red;
  values[b + 1] += bottom * green;
  values[b + 2] += bottom * blue;
}
