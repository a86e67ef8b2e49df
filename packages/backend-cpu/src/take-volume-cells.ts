import { type AxisOptions, hasBilinearTap } from './axis-taps.js';
import type { Cells } from './cells.js';
import type { FreeRow } from './free-row.js';
import type { Layout } from './layout.js';

/** {@link takeCells} for volumes. */
export function takeVolumeCells(
  cells: Cells,
  { x, y, z, taps }: FreeRow,
  volume: Layout,
  width: number,
  attrs: AxisOptions,
): void {
  const { at, part } = cells;
  const { xStride, yStride, zStride } = volume;
  const lastX = volume.width - 1;
  const lastY = volume.height - 1;
  const lastZ = volume.depth - 1;
  let cell = 0;
  let left = 0;
  for (let j = 0; j < width; j++) {
    const px = x[j];
    const py = y[j];
    const pz = z[j];
    if (px > 0 && px < lastX && py > 0 && py < lastY && pz > 0 && pz < lastZ) {
      const x0 = px | 0;
      const y0 = py | 0;
      const z0 = pz | 0;
      at[2 * cell] = z0 * zStride + y0 * yStride + x0 * xStride;
      at[2 * cell + 1] = j;
      part[3 * cell] = px - x0;
      part[3 * cell + 1] = py - y0;
      part[3 * cell + 2] = pz - z0;
      cell++;
    } else if (
      hasBilinearTap(px, volume.width, attrs) &&
      hasBilinearTap(py, volume.height, attrs) &&
      hasBilinearTap(pz, volume.depth, attrs)
    ) {
      x[left] = px;
      y[left] = py;
      z[left] = pz;
      taps.point[left++] = j;
    }
  }
  cells.count = cell;
  taps.count = left;
}
