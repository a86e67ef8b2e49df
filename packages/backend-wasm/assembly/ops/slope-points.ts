import { Layout } from '../memory/layout';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { computePointTaps, computeRowTaps, PointRow, planFours } from '../points/point-row';
import { GENERAL } from '../ways/fours/plan';
import { slopeFours } from '../ways/fours/slope';
import { RowGradient, slopeRow } from '../ways/taps/slope';
import { findVolumeCells, NO_CELL } from '../ways/volume-cells/plan';
import { slopeVolumeCells } from '../ways/volume-cells/slope';

/** The gradients of a row of points by their normalised coordinates; see `slopeRow`. */
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
  if (!row.useCells) {
    computeRowTaps(row, 0, row.points, from, problem);
    slopeRow<T>(gradient, 0, dy, cropAt, crop, row.points, image, imageAt, from, row.taps, problem.fillValue);
    return;
  }
  const cells = row.cells;
  findVolumeCells(cells, row.x, row.y, row.z, row.points, from, false);
  slopeVolumeCells<T>(gradient, dy, cropAt, crop, row.points, image, imageAt, from, cells, problem);
  if (!cells.hasOthers) return;
  for (let j = 0; j < row.points; j++) {
    if (cells.offset[j] === NO_CELL) slopeTaps<T>(row, j, gradient, dy, cropAt, crop, image, imageAt, from, problem);
  }
}

/** The same for points that are taken four at a time, as float32, x and y side by side; `one` is used on the way. */
export function slopeFourPoints<T>(
  row: PointRow,
  gradient: Pointer<f32>,
  one: RowGradient,
  dy: Pointer<f32>,
  cropAt: i32,
  crop: Layout,
  image: Pointer<T>,
  imageAt: i32,
  from: Layout,
  problem: Problem,
): void {
  const fours = row.fours;
  planFours(row, true, problem);
  slopeFours<T>(fours, gradient, dy, cropAt, crop, row.points, image, imageAt, from, problem);
  if (!fours.hasGeneral) return;
  for (let j = 0; j < row.points; j++) {
    if (fours.offset[j] !== GENERAL) continue;
    slopeTaps<T>(row, j, one, dy, cropAt, crop, image, imageAt, from, problem);
    gradient[2 * j] = <f32>one.x[j];
    gradient[2 * j + 1] = <f32>one.y[j];
  }
}

/** Differentiates point j tap by tap. */
function slopeTaps<T>(
  row: PointRow,
  j: i32,
  gradient: RowGradient,
  dy: Pointer<f32>,
  cropAt: i32,
  crop: Layout,
  image: Pointer<T>,
  imageAt: i32,
  from: Layout,
  problem: Problem,
): void {
  computePointTaps(row, j, from, problem);
  const at = cropAt + j * crop.xStride;
  slopeRow<T>(gradient, j, dy, at, crop, 1, image, imageAt, from, row.taps, problem.fillValue);
}
