import { isLinear } from '../../axis/modes';
import { Pointer } from '../../memory/pointer';
import { takeArray, takeStruct } from '../../memory/scratch';
import { Row } from '../../points/row';

/**
 * For samples, a coordinate up to this far below a voxel's centre, which float32 cannot tell from it, counts as on it: its
 * cell starts there. So places in a cell stay below 1 as float32, and a + t · (b - a) never leaves the range from a to b.
 */
const SNAP: f64 = 1 / 33_554_432;

/** Points this near the last voxel's centre have no cell of their own, so that none is snapped over the edge. */
const EDGE: f64 = 1 / 1_048_576;

/** Coordinates from 0 to this, exclusive, have a cell, on an axis of so many voxels. */
function lastCell(size: i32): f64 {
  return <f64>(size - 1) - EDGE;
}

/** 2^52: the sum of it and a whole number has that number in its low bits. */
const WHOLE: f64 = 4503599627370496;

/** In place of a cell's offset: the point is left to the general way. */
export const NO_WHOLE_CELL: i32 = -1;

/** For bilinear points of a volume: the cell of 2 × 2 × 2 voxels that each lies in, and where in it. */
@unmanaged
export class VolumeCellsPlan {
  /** Per point, the cell's first voxel, counted from the volume's first value; or NO_WHOLE_CELL. */
  offset: Pointer<i32>;
  /** Where in the cell, from 0 to 1; for samples from -`SNAP` to below 1, and what is below 0 counts as 0. */
  tx: Pointer<f32>;
  ty: Pointer<f32>;
  tz: Pointer<f32>;
  /** Whether any point has no whole cell. */
  hasParts: bool;
}

/** Whether points can be read cell by cell. */
export function takesVolumeCells(row: Row): bool {
  const problem = row.problem;
  const hasCells = problem.imageWidth > 1 && problem.imageHeight > 1 && problem.imageDepth > 1;
  return problem.dimensions === 3 && isLinear(problem.mode) && hasCells;
}

/** Room for the cells of a row. */
export function createVolumeCellsPlan(row: Row): VolumeCellsPlan {
  const cells = takeStruct<VolumeCellsPlan>();
  cells.offset = takeArray<i32>(row.points);
  cells.tx = takeArray<f32>(row.points);
  cells.ty = takeArray<f32>(row.points);
  cells.tz = takeArray<f32>(row.points);
  return cells;
}

/** Finds the cells of the points strictly inside, which no padding moves; those of samples are snapped, see `SNAP`. */
export function findVolumeCells(cells: VolumeCellsPlan, row: Row, snaps: bool): void {
  const volume = row.image;
  const x = row.x;
  const y = row.y;
  const z = row.z;
  const snap: f64 = snaps ? SNAP : 0;
  const lastX = lastCell(volume.width);
  const lastY = lastCell(volume.height);
  const lastZ = lastCell(volume.depth);
  const stepX = <f64>volume.xStride;
  const stepY = <f64>volume.yStride;
  const stepZ = <f64>volume.zStride;
  cells.hasParts = false;
  for (let j = 0; j < row.points; j++) {
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
      cells.offset[j] = NO_WHOLE_CELL;
      cells.hasParts = true;
    }
  }
}
