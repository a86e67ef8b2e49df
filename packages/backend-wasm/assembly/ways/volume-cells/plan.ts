import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { lastCell, SNAP } from '../cells/cell-space';
import { BilinearCells, PART_OF_CELL } from '../cells/plan';

/** 2^52: the sum of it and a whole number has that number in its low bits. */
const WHOLE: f64 = 4503599627370496;

/**
 * `findCells` for volumes: the cells of 2 × 2 × 2 voxels of the points strictly inside, which no padding moves. All
 * others are left to the general way.
 */
export function findVolumeCells(
  cells: BilinearCells,
  x: Pointer<f64>,
  y: Pointer<f64>,
  z: Pointer<f64>,
  points: i32,
  volume: Layout,
  snaps: bool,
): void {
  const snap: f64 = snaps ? SNAP : 0;
  const lastX = lastCell(volume.width);
  const lastY = lastCell(volume.height);
  const lastZ = lastCell(volume.depth);
  const stepX = <f64>volume.xStride;
  const stepY = <f64>volume.yStride;
  const stepZ = <f64>volume.zStride;
  cells.hasParts = false;
  for (let j = 0; j < points; j++) {
    const px = x[j];
    const py = y[j];
    const pz = z[j];
    if (px > 0 && px < lastX && py > 0 && py < lastY && pz > 0 && pz < lastZ) {
      const left = floor(px + snap);
      const top = floor(py + snap);
      const front = floor(pz + snap);
      cells.offset[j] = <i32>reinterpret<i64>(front * stepZ + top * stepY + left * stepX + WHOLE);
      cells.tx[j] = <f32>(px - left);
      cells.ty[j] = <f32>(py - top);
      cells.tz[j] = <f32>(pz - front);
    } else {
      cells.offset[j] = PART_OF_CELL;
      cells.hasParts = true;
    }
  }
}
