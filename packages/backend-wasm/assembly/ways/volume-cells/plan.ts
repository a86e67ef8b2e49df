import { isLinear } from '../../axis/modes';
import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { Problem } from '../../memory/problem';
import { takeArray, takeStruct } from '../../memory/scratch';

/**
 * For samples, a coordinate up to this far below a voxel's centre, which float32 cannot tell from it, counts as on it: its
 * cell starts there. So places in a cell stay below 1 as float32, and a + t · (b - a) never leaves the range from a to b.
 */
const SNAP: f64 = 1 / 33_554_432;

/** Points this near the last voxel's centre have no cell of their own, so that none is snapped over the edge. */
const EDGE: f64 = 1 / 1_048_576;

/** In place of a cell's offset: the point is left to the general way. */
export const NO_CELL: i32 = -1;

/**
 * The way for bilinear points of a volume: instead of taps, the cell of 2 × 2 × 2 voxels that each point lies in, and
 * where in it. Points on the edges and outside are left to the general way, one by one.
 */
@unmanaged
export class VolumeCells {
  /** Per point, the cell's first voxel, counted from the volume's first value; or NO_CELL. */
  offset: Pointer<i32>;
  /** Whether any point has none. */
  hasOthers: bool;
  /** Where in the cell, from 0 to 1; for samples from -`SNAP` to below 1, and what is below 0 counts as 0. */
  tx: Pointer<f32>;
  ty: Pointer<f32>;
  tz: Pointer<f32>;
}

/** Whether points can be read cell by cell. */
export function hasVolumeCells(problem: Problem): bool {
  const volume = problem.imageWidth > 1 && problem.imageHeight > 1 && problem.imageDepth > 1;
  return GENERAL_WAY === 0 && isLinear(problem.mode) && problem.dimensions === 3 && volume;
}

/** Room for the cells of a row of points. */
export function createVolumeCells(points: i32): VolumeCells {
  const cells = takeStruct<VolumeCells>();
  cells.offset = takeArray<i32>(points);
  cells.tx = takeArray<f32>(points);
  cells.ty = takeArray<f32>(points);
  cells.tz = takeArray<f32>(points);
  return cells;
}

/** Coordinates from 0 to this, exclusive, have a cell, on an axis of so many voxels. */
function lastCell(size: i32): f64 {
  return <f64>(size - 1) - EDGE;
}

/** 2^52: the sum of it and a whole number has that number in its low bits. */
const WHOLE: f64 = 4503599627370496;

/**
 * Finds the cells of 2 × 2 × 2 voxels of the points strictly inside, which no padding moves. All
 * others are left to the general way.
 */
export function findVolumeCells(
  cells: VolumeCells,
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
  cells.hasOthers = false;
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
      cells.offset[j] = NO_CELL;
      cells.hasOthers = true;
    }
  }
}
