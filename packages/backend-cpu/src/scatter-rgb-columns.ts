import type { BoxRow } from './box-row.js';

/**
 * The transpose of {@link gatherRgbColumns}: what the columns send to a pair of pixels is summed first, and added to the
 * image when the next column has left the pair. A weight of 0 adds nothing, even when dy is infinite.
 */
export function scatterRgbColumns(
  dimage: Float32Array,
  yStride: number,
  dy: Float32Array,
  cropAt: number,
  { first, count, step, perX, offset, base, rowAt, part }: BoxRow,
): void {
  let left = -2;
  let l0 = 0;
  let l1 = 0;
  let l2 = 0;
  let r0 = 0;
  let r1 = 0;
  let r2 = 0;
  let from = cropAt + 3 * first;
  for (let p = 0, j = first; p < count; p++, j += step, from += 3 * step) {
    const x = perX * (j + offset) + base;
    const x0 = x | 0;
    if (x0 !== left) {
      if (left >= 0) {
        addPair(dimage, rowAt + 3 * left, yStride, part, l0, l1, l2);
        if (x0 !== left + 1) {
          addPair(dimage, rowAt + 3 * left + 3, yStride, part, r0, r1, r2);
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
      left = x0;
    }
    const u = x - x0;
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
  addPair(dimage, rowAt + 3 * left, yStride, part, l0, l1, l2);
  addPair(dimage, rowAt + 3 * left + 3, yStride, part, r0, r1, r2);
}

/** Adds three channels to the pixel at `a` and the one below it, which is `part` of the way. */
function addPair(
  dimage: Float32Array,
  a: number,
  yStride: number,
  part: number,
  red: number,
  green: number,
  blue: number,
): void {
  dimage[a] += (1 - part) * red;
  dimage[a + 1] += (1 - part) * green;
  dimage[a + 2] += (1 - part) * blue;
  if (part === 0) return;
  const b = a + yStride;
  dimage[b] += part * red;
  dimage[b + 1] += part * green;
  dimage[b + 2] += part * blue;
}
