import type { ImageArray } from '../../layout.js';
import type { Span } from '../../span.js';
import type { Cells } from '../cells/plan.js';

/**
 * Samples the columns of a row of RGB pixels: the two pixels above each other are blended first, and the right pair of
 * one column is mostly the left pair of the next.
 */
export function gatherRgbColumns(
  { count, at, part, rowAt }: Cells,
  { values: crop, at: cropAt }: Span<ImageArray>,
  { values: image, at: imageAt, layout }: Span<ImageArray>,
): void {
  const bottom = part[1];
  const top = 1 - bottom;
  const from = imageAt + rowAt;
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
      const a = from + column;
      const b = a + layout.yStride;
      if (column === left + 3) {
        l0 = r0;
        l1 = r1;
        l2 = r2;
      } else {
        l0 = top * image[a] + bottom * image[b];
        l1 = top * image[a + 1] + bottom * image[b + 1];
        l2 = top * image[a + 2] + bottom * image[b + 2];
      }
      r0 = top * image[a + 3] + bottom * image[b + 3];
      r1 = top * image[a + 4] + bottom * image[b + 4];
      r2 = top * image[a + 5] + bottom * image[b + 5];
      left = column;
    }
    const u = part[2 * p];
    const to = cropAt + 3 * at[2 * p + 1];
    crop[to] = (1 - u) * l0 + u * r0;
    crop[to + 1] = (1 - u) * l1 + u * r1;
    crop[to + 2] = (1 - u) * l2 + u * r2;
  }
}
