import { computeAxisTaps } from './axis-taps';
import { BilinearCells, createBilinearCells, findCells, hasCells, PART_OF_CELL } from './bilinear-cells';
import { gatherCells } from './gather-cells';
import { gatherRow } from './gather-row';
import { gatherVolumeCells } from './gather-volume-cells';
import { Layout } from './layout';
import { Pointer } from './pointer';
import { Problem } from './problem';
import { createPointTaps, createRowTaps, PointTaps, RowTaps } from './row-taps';
import { scatterCells } from './scatter-cells';
import { scatterRow } from './scatter-row';
import { scatterVolumeCells } from './scatter-volume-cells';
import { takeArray, takeStruct } from './scratch';
import { slopeCells } from './slope-cells';
import { RowGradient, slopeRow } from './slope-row';
import { slopeVolumeCells } from './slope-volume-cells';
import { findVolumeCells } from './volume-cells';

/**
 * One row of output points, each with a place of its own in the image: the pixel coordinates are filled in, and the
 * row is then gathered, scattered or differentiated, cell by cell where it can be, tap by tap otherwise.
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
  if (row.useCells) row.cells = createBilinearCells(problem);
  row.taps = createRowTaps(row.useCells ? 1 : points, problem.mode, problem.dimensions);
  row.point = createPointTaps(row.taps);
  return row;
}

/** Samples the row; see `gatherRow`. */
export function gatherPoints<T>(
  row: PointRow,
  crop: Pointer<f32>,
  cropAt: i32,
  to: Layout,
  image: Pointer<T>,
  imageAt: i32,
  from: Layout,
  problem: Problem,
): void {
  const fillValue = problem.fillValue;
  if (!row.useCells) {
    computeRowTaps(row, 0, row.points, from, problem);
    gatherRow<T>(crop, cropAt, to, row.points, image, imageAt, from, row.taps, row.point, fillValue);
    return;
  }
  if (problem.dimensions === 3) {
    findVolumeCells(row.cells, row.x, row.y, row.z, row.points, from);
    gatherVolumeCells<T>(crop, cropAt, to, row.points, image, imageAt, from, row.cells);
  } else {
    findCells(row.cells, row.x, row.y, row.points, from, problem);
    gatherCells<T>(crop, cropAt, to, row.points, image, imageAt, from, row.cells, fillValue);
  }
  if (!row.cells.hasParts) return;
  for (let j = 0; j < row.points; j++) {
    if (row.cells.offset[j] !== PART_OF_CELL) continue;
    computeRowTaps(row, j, 1, from, problem);
    gatherRow<T>(crop, cropAt + j * to.xStride, to, 1, image, imageAt, from, row.taps, row.point, fillValue);
  }
}

/** The transpose of `gatherPoints`; see `scatterRow`. */
export function scatterPoints(
  row: PointRow,
  dimage: Pointer<f32>,
  imageAt: i32,
  to: Layout,
  dy: Pointer<f32>,
  cropAt: i32,
  from: Layout,
  problem: Problem,
): void {
  if (!row.useCells) {
    computeRowTaps(row, 0, row.points, to, problem);
    scatterRow(dimage, imageAt, to, dy, cropAt, from, row.points, row.taps, row.point);
    return;
  }
  if (problem.dimensions === 3) {
    findVolumeCells(row.cells, row.x, row.y, row.z, row.points, to);
    scatterVolumeCells(dimage, imageAt, to, dy, cropAt, from, row.points, row.cells);
  } else {
    findCells(row.cells, row.x, row.y, row.points, to, problem);
    scatterCells(dimage, imageAt, to, dy, cropAt, from, row.points, row.cells);
  }
  if (!row.cells.hasParts) return;
  for (let j = 0; j < row.points; j++) {
    if (row.cells.offset[j] !== PART_OF_CELL) continue;
    computeRowTaps(row, j, 1, to, problem);
    scatterRow(dimage, imageAt, to, dy, cropAt + j * from.xStride, from, 1, row.taps, row.point);
  }
}

/** The gradients of the row by its normalised coordinates; see `slopeRow`. */
export function slopePoints<T>(
  row: PointRow,
  gradient: RowGradient,
  dy: Pointer<f32>,
  cropAt: i32,
  crop: Layout,
  image: Pointer<T>,
  imageAt: i32,
  from: Layout,
  problem: Problem,
): void {
  const fillValue = problem.fillValue;
  if (!row.useCells) {
    computeRowTaps(row, 0, row.points, from, problem);
    slopeRow<T>(gradient, 0, dy, cropAt, crop, row.points, image, imageAt, from, row.taps, fillValue);
    return;
  }
  if (problem.dimensions === 3) {
    findVolumeCells(row.cells, row.x, row.y, row.z, row.points, from);
    slopeVolumeCells<T>(gradient, dy, cropAt, crop, row.points, image, imageAt, from, row.cells, problem);
  } else {
    findCells(row.cells, row.x, row.y, row.points, from, problem);
    slopeCells<T>(gradient, dy, cropAt, crop, row.points, image, imageAt, from, row.cells);
  }
  if (!row.cells.hasParts) return;
  for (let j = 0; j < row.points; j++) {
    if (row.cells.offset[j] !== PART_OF_CELL) continue;
    computeRowTaps(row, j, 1, from, problem);
    slopeRow<T>(gradient, j, dy, cropAt + j * crop.xStride, crop, 1, image, imageAt, from, row.taps, fillValue);
  }
}

/** The taps of `points` points from `j` on. */
function computeRowTaps(row: PointRow, j: i32, points: i32, image: Layout, problem: Problem): void {
  computeAxisTaps(row.taps.x, row.x.from(j), points, image.width, problem);
  computeAxisTaps(row.taps.y, row.y.from(j), points, image.height, problem);
  if (problem.dimensions === 3) computeAxisTaps(row.taps.z, row.z.from(j), points, image.depth, problem);
}
