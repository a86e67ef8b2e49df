import type { FreeRow } from './free-row.js';
import type { ImageArray, Layout } from './layout.js';
import type { RowGradient } from './slope-row.js';

/**
 * Differentiates bilinear points strictly inside the image by their coordinates, as {@link slopeRow} does, and takes
 * them off the row. Arguments as there, but that fillValue plays no part and `alignCorners` does.
 */
export function slopeInterior(
  gradient: RowGradient,
  dy: Float32Array,
  cropAt: number,
  cropLayout: Layout,
  image: ImageArray,
  imageAt: number,
  imageLayout: Layout,
  { x, y, taps }: FreeRow,
  alignCorners: boolean,
): void {
  const { xStride, yStride, channelStride, channels, width, height } = imageLayout;
  const scaleX = (alignCorners ? width - 1 : width) / 2;
  const scaleY = (alignCorners ? height - 1 : height) / 2;
  const { point } = taps;
  const points = taps.count;
  let left = 0;
  for (let p = 0; p < points; p++) {
    const px = x[p];
    const py = y[p];
    if (!(px > 0 && px < width - 1 && py > 0 && py < height - 1)) {
      x[left] = px;
      y[left] = py;
      point[left++] = point[p];
      continue;
    }
    const x0 = px | 0;
    const y0 = py | 0;
    const tx = px - x0;
    const ty = py - y0;
    let a = imageAt + y0 * yStride + x0 * xStride;
    let at = cropAt + point[p] * cropLayout.xStride;
    let gx = 0;
    let gy = 0;
    for (let c = 0; c < channels; c++) {
      const b = a + yStride;
      const top = image[a + xStride] - image[a];
      const bottom = image[b + xStride] - image[b];
      const here = image[b] - image[a];
      gx += dy[at] * (top + ty * (bottom - top));
      gy += dy[at] * (here + tx * (bottom - top));
      a += channelStride;
      at += cropLayout.channelStride;
    }
    gradient.x[point[p]] = gx * scaleX;
    gradient.y[point[p]] = gy * scaleY;
  }
  taps.count = left;
}
