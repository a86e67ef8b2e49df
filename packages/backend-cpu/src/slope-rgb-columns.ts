import type { BoxRow } from './box-row.js';
import type { ImageArray, Layout } from './layout.js';
import { addThetaAxis } from './theta-gradient.js';

/**
 * Differentiates the columns inside an RGB image of a box's row, as {@link slopeCells} does, and adds them to theta's
 * gradient at once, as {@link addThetaGradient} does. Each pixel is read once per row, as in {@link gatherRgbColumns}.
 */
export function slopeRgbColumns(
  sums: Float64Array,
  dy: Float32Array,
  cropAt: number,
  image: ImageArray,
  imageAt: number,
  { width, height, yStride }: Layout,
  { first, count, step, perX, offset, base, rowAt, part }: BoxRow,
  alignCorners: boolean,
  u: Float64Array,
  v: number,
): void {
  const top = 1 - part;
  const at = imageAt + rowAt;
  let left = -2;
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
  let gx = 0;
  let gy = 0;
  let gxj = 0;
  let gyj = 0;
  let from = cropAt + 3 * first;
  for (let p = 0, j = first; p < count; p++, j += step, from += 3 * step) {
    const x = perX * (j + offset) + base;
    const x0 = x | 0;
    if (x0 !== left) {
      const a = at + 3 * x0;
      const b = a + yStride;
      if (x0 === left + 1) {
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
      left = x0;
    }
    const right = x - x0;
    const d0 = dy[from];
    const d1 = dy[from + 1];
    const d2 = dy[from + 2];
    const d00 = d0 * a0 + d1 * a1 + d2 * a2;
    const d01 = d0 * nextA0 + d1 * nextA1 + d2 * nextA2;
    const d10 = d0 * b0 + d1 * b1 + d2 * b2;
    const d11 = d0 * nextB0 + d1 * nextB1 + d2 * nextB2;
    const dx = top * (d01 - d00) + part * (d11 - d10);
    const dyy = (1 - right) * (d10 - d00) + right * (d11 - d01);
    gx += dx;
    gy += dyy;
    gxj += dx * j;
    gyj += dyy * j;
  }
  const scaleX = (alignCorners ? width - 1 : width) / 2;
  const scaleY = (alignCorners ? height - 1 : height) / 2;
  // The base coordinates are a line, u[0] + j · (u[1] - u[0]), so that their sums follow from those with j.
  const perJ = u.length > 1 ? u[1] - u[0] : 0;
  addThetaAxis(sums, 0, 2, scaleX * gx, scaleX * (u[0] * gx + perJ * gxj), v, 0);
  addThetaAxis(sums, 1, 2, scaleY * gy, scaleY * (u[0] * gy + perJ * gyj), v, 0);
}
