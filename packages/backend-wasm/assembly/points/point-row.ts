import { computeAxisTaps } from '../axis/axis-taps';
import { Layout } from '../memory/layout';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { takeArray, takeStruct } from '../memory/scratch';
import { createFours, Fours, planFoundPoints, planGridPoints, takesFours } from '../ways/fours/plan';
import { createPointTaps, createRowTaps, PointTaps, RowTaps } from '../ways/taps/plan';
import { createVolumeCells, hasVolumeCells, VolumeCells } from '../ways/volume-cells/plan';
import { readGridRow } from './read-grid-row';

/**
 * One row of output points, each with a place of its own in the image: the pixel coordinates are filled in, or the grid
 * that has them, and the row is then gathered, scattered or differentiated, by a special way where it can be, tap by tap
 * otherwise: see `gather-points.ts` and its like.
 */
@unmanaged
export class PointRow {
  points: i32;
  /** Pixel coordinates, which the functions here may overwrite. */
  x: Pointer<f64>;
  y: Pointer<f64>;
  z: Pointer<f64>;
  /** A row of a grid, from which points that are taken four at a time have their coordinates instead. */
  grid: Pointer<f32> | null;
  useFours: bool;
  fours: Fours;
  useCells: bool;
  cells: VolumeCells;
  taps: RowTaps;
  point: PointTaps;
}

/** Room for one row. */
export function createPointRow(problem: Problem): PointRow {
  const row = takeStruct<PointRow>();
  const points = problem.width;
  row.points = points;
  // They may be read four at a time.
  row.x = takeArray<f64>(<f64>points + 3);
  row.y = takeArray<f64>(<f64>points + 3);
  row.z = takeArray<f64>(points);
  row.grid = null;
  row.useFours = takesFours(problem);
  if (row.useFours) row.fours = createFours(problem);
  row.useCells = hasVolumeCells(problem);
  if (row.useCells) row.cells = createVolumeCells(points);
  row.taps = createRowTaps(row.useFours || row.useCells ? 1 : points, problem.mode, problem.dimensions);
  row.point = createPointTaps(row.taps);
  return row;
}

/** Goes to a row of a grid. */
export function startGridRow(row: PointRow, grid: Pointer<f32>, problem: Problem): void {
  if (row.useFours) row.grid = grid;
  else readGridRow(row, 0, row.points, grid, problem);
}

/** Plans the points four at a time, with their slopes or without. */
export function planFours(row: PointRow, slopes: bool, problem: Problem): void {
  row.fours.slopes = slopes;
  const grid = row.grid;
  if (grid !== null) planGridPoints(row.fours, grid, row.points, problem);
  else planFoundPoints(row.fours, row.x, row.y, row.points, problem);
}

/** The taps of point j alone. */
export function computePointTaps(row: PointRow, j: i32, image: Layout, problem: Problem): void {
  const grid = row.grid;
  if (grid !== null) readGridRow(row, j, j + 1, grid, problem);
  computeRowTaps(row, j, 1, image, problem);
}

/** The taps of `points` points from `j` on. */
export function computeRowTaps(row: PointRow, j: i32, points: i32, image: Layout, problem: Problem): void {
  computeAxisTaps(row.taps.x, row.x.from(j), points, image.width, problem);
  computeAxisTaps(row.taps.y, row.y.from(j), points, image.height, problem);
  if (problem.dimensions === 3) computeAxisTaps(row.taps.z, row.z.from(j), points, image.depth, problem);
}
