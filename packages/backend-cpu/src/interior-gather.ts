import type { FreeRow } from './free-row.js';
import type { ImageArray, Layout } from './layout.js';

/**
 * Bilinear points strictly inside the image need no padding and no fill: this samples them and takes them off the row.
 * Bit for bit what {@link gatherRow} gives for them. Arguments as there.
 */
export function gatherInterior(
  crop: Float32Array,
  cropAt: number,
  cropLayout: Layout,
  image: ImageArray,
  imageAt: number,
  imageLayout: Layout,
  { x, y, taps }: FreeRow,
): void {
  const { xStride, yStride, channelStride } = imageLayout;
  const { channels } = imageLayout;
  const lastX = imageLayout.width - 1;
  const lastY = imageLayout.height - 1;
  const { point } = taps;
  const points = taps.count;
  let left = 0;
  for (let p = 0; p < points; p++) {
    const px = x[p];
    const py = y[p];
    if (!(px > 0 && px < lastX && py > 0 && py < lastY)) {
      x[left] = px;
      y[left] = py;
      point[left++] = point[p];
      continue;
    }
    const x0 = px | 0;
    const y0 = py | 0;
    const tx = px - x0;
    const ty = py - y0;
    const w00 = (1 - ty) * (1 - tx);
    const w01 = (1 - ty) * tx;
    const w10 = ty * (1 - tx);
    const w11 = ty * tx;
    let a = imageAt + y0 * yStride + x0 * xStride;
    let at = cropAt + point[p] * cropLayout.xStride;
    for (let c = 0; c < channels; c++) {
      const b = a + yStride;
      crop[at] = w00 * image[a] + w01 * image[a + xStride] + w10 * image[b] + w11 * image[b + xStride];
      a += channelStride;
      at += cropLayout.channelStride;
    }
  }
  taps.count = left;
}
