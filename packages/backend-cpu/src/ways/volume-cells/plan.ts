import type { Call } from '../../call.js';
import type { Row } from '../../row.js';
import { type Cells, hasLinearTap } from '../cells/plan.js';

/** Takes the points strictly inside the volume off a row, and those that read nothing of it. */
export function takeVolumeCells(cells: Cells, row: Row, { image, x, y, z }: Call): void {
  const { at, part } = cells;
  const { xStride, yStride, zStride } = image;
  const lastX = x.size - 1;
  const lastY = y.size - 1;
  const lastZ = z.size - 1;
  let cell = 0;
  let left = 0;
  for (let j = 0; j < row.count; j++) {
    const px = row.x[j];
    const py = row.y[j];
    const pz = row.z[j];
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
    } else if (hasLinearTap(px, x) && hasLinearTap(py, y) && hasLinearTap(pz, z)) {
      row.x[left] = px;
      row.y[left] = py;
      row.z[left] = pz;
      row.point[left++] = j;
    }
  }
  cells.count = cell;
  row.count = left;
}
