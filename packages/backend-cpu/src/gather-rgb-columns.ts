import type { BoxRow } from './box-row.js';
import type { ImageArray } from './layout.js';

/**
 * Samples the columns inside an RGB image of a box's row, as {@link gatherCells} does, with less to read: the two
 * pixels above each other are blended first, and the right pair of one column is mostly the left pair of the next.
 */
export function gatherRgbColumns(
  crop: Float32Array,
  cropAt: number,
  image: ImageArray,
  imageAt: number,
  yStride: number,
  { first, count, step, perX, offset, base, rowAt, part }: BoxRow,
): void {
  const top = 1 - part;
  const from = imageAt + rowAt;
  let left = -2;
  let l0 = 0;
  let l1 = 0;
  let l2 = 0;
  let r0 = 0;
  let r1 = 0;
  let r2 = 0;
  let to = cropAt + 3 * first;
  for (let p = 0, j = first; p < count; p++, j += step, to += 3 * step) {
    const x = perX * (j + offset) + base;
    const x0 = x | 0;
    if (x0 !== left) {
      const a = from + 3 * x0;
      const b = a + yStride;
      if (x0 === left + 1) {
        l0 = r0;
        l1 = r1;
        l2 = r2;
      } else {
        l0 = top * image[a] + part * image[b];
        l1 = top * image[a + 1] + part * image[b + 1];
        l2 = top * image[a + 2] + part * image[b + 2];
      }
      r0 = top * image[a + 3] + part * image[b + 3];
      r1 = top * image[a + 4] + part * image[b + 4];
      r2 = top * image[a + 5] + part * image[b + 5];
      left = x0;
    }
    const u = x - x0;
    crop[to] = (1 - u) * l0 + u * r0;
    crop[to + 1] = (1 - u) * l1 + u * r1;
    crop[to + 2] = (1 - u) * l2 + u * r2;
  }
}
