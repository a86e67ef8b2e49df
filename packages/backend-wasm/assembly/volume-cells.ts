import { BilinearCells, PART_OF_CELL } from './bilinear-cells';
import { Layout } from './layout';
import { Pointer } from './pointer';

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
): void {
  const lastX = <f64>(volume.width - 1);
  const lastY = <f64>(volume.height - 1);
  const lastZ = <f64>(volume.depth - 1);
  cells.hasParts = false;
  for (let j = 0; j < points; j++) {
    const px = x[j];
    const py = y[j];
    const pz = z[j];
    if (px > 0 && px < lastX && py > 0 && py < lastY && pz > 0 && pz < lastZ) {
      const left = <i32>px;
      const top = <i32>py;
      const front = <i32>pz;
      cells.offset[j] = front * volume.zStride + top * volume.yStride + left * volume.xStride;
      cells.tx[j] = <f32>(px - <f64>left);
      cells.ty[j] = <f32>(py - <f64>top);
      cells.tz[j] = <f32>(pz - <f64>front);
    } else {
      cells.offset[j] = PART_OF_CELL;
      cells.hasParts = true;
    }
  }
}
