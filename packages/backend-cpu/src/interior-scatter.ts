import type { FreeRow } from './free-row.js';
import type { Layout } from './layout.js';

/**
 * The transpose of {@link gatherInterior}: adds the weights of bilinear points strictly inside the image, and takes
 * them off the row. Points on a whole coordinate stay, for {@link scatterRow} to leave out their taps of weight 0.
 */
export function scatterInterior(
  dimage: Float32Array,
  imageAt: number,
  imageLayout: Layout,
  dy: Float32Array,
  cropAt: number,
  cropLayout: Layout,
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
    const inside = px > 0 && px < lastX && py > 0 && py < lastY;
    const x0 = px | 0;
    const y0 = py | 0;
    const tx = px - x0;
    const ty = py - y0;
    if (!inside || tx === 0 || ty === 0) {
      x[left] = px;
      y[left] = py;
      point[left++] = point[p];
      continue;
    }
    let a = imageAt + y0 * yStride + x0 * xStride;
    let at = cropAt + point[p] * cropLayout.xStride;
    for (let c = 0; c < channels; c++) {
      const b = a + yStride;
      const top = (1 - ty) * dy[at];
      const bottom = ty * dy[at];
      dimage[a] += (1 - tx) * top;
      dimage[a + xStride] += tx * top;
      dimage[b] += (1 - tx) * bottom;
      dimage[b + xStride] += tx * bottom;
      a += channelStride;
      at += cropLayout.channelStride;
    }
  }
  taps.count = left;
}
