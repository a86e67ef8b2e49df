import { computeAxisTaps } from '../axis/axis-taps';
import { imageLayout, Layout } from '../memory/layout';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { takeArray, takeStruct } from '../memory/scratch';
import { CellSpace, createCellSpace } from '../ways/cells/cell-space';
import { BilinearCells, createBilinearCells, hasCells } from '../ways/cells/plan';
import { createPointTaps, createRowTaps, PointTaps, RowTaps } from '../ways/taps/plan';

/**
 * One row of output points, each with a place of its own in the image: the pixel coordinates are filled in, and the
 * row is then gathered, scattered or differentiated, cell by cell where it can be, tap by tap otherwise: see
 * `gather-points.ts` and its like.
 */
@unmanaged
export class PointRow {
  points: i32;
  /** Pixel coordinates, which the functions here overwrite. */
  x: Pointer<f64>;
  y: Pointer<f64>;
  z: Pointer<f64>;
  useCells: bool;
  cells: BilinearCells;
  /** For the cells of images alone. */
  space: CellSpace;
  taps: RowTaps;
  point: PointTaps;
}

/** Room for one row. */
export function createPointRow(problem: Problem): PointRow {
  const row = takeStruct<PointRow>();
  const points = problem.width;
  row.points = points;
  row.x = takeArray<f64>(points);
  row.y = takeArray<f64>(points);
  row.z = takeArray<f64>(points);
  row.useCells = hasCells(problem);
  if (row.useCells) {
    row.cells = createBilinearCells(row.x, row.y, problem);
    row.space = createCellSpace(imageLayout(problem), problem);
  }
  row.taps = createRowTaps(row.useCells ? 1 : points, problem.mode, problem.dimensions);
  row.point = createPointTaps(row.taps);
  return row;
}

/** The taps of `points` points from `j` on. */
export function computeRowTaps(row: PointRow, j: i32, points: i32, image: Layout, problem: Problem): void {
  computeAxisTaps(row.taps.x, row.x.from(j), points, image.width, problem);
  computeAxisTaps(row.taps.y, row.y.from(j), points, image.height, problem);
  if (problem.dimensions === 3) computeAxisTaps(row.taps.z, row.z.from(j), points, image.depth, problem);
}
