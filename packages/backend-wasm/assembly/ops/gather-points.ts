import { isFinitePoint } from '../memory/are-finite';
import { Layout } from '../memory/layout';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { computeRowTaps, PointRow } from '../points/point-row';
import { readGridRow } from '../points/read-grid-row';
import { gatherCells } from '../ways/cells/gather';
import { findCells, PART_OF_CELL, padPoints } from '../ways/cells/plan';
import { gatherPairs, readsPairs } from '../ways/pairs/gather';
import { gatherRow } from '../ways/taps/gather';
import { gatherVolumeCells } from '../ways/volume-cells/gather';
import { findVolumeCells } from '../ways/volume-cells/plan';

/** Samples a row of points, each with a place of its own; see `gatherRow`. */
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
  const cells = row.cells;
  if (!row.useCells) {
    computeRowTaps(row, 0, row.points, from, problem);
    gatherRow<T>(crop, cropAt, to, row.points, image, imageAt, from, row.taps, row.point, fillValue);
    return;
  }
  let sum: f64 = 0;
  if (problem.dimensions === 3) {
    findVolumeCells(cells, row.x, row.y, row.z, row.points, from, true);
    sum = gatherVolumeCells<T>(crop, cropAt, to, row.points, image, imageAt, from, cells);
  } else {
    padPoints(cells, row.x, row.y, row.points, from, problem);
    if (ASC_FEATURE_SIMD) {
      if (readsPairs<T>(row, from, problem)) {
        gatherPairs(row, null, crop, cropAt, to, changetype<Pointer<f32>>(image), imageAt, from, problem);
        return;
      }
    }
    findCells(cells, row.space, row.points, from, true);
    sum = gatherCells<T>(crop, cropAt, to, row.points, image, imageAt, from, cells, fillValue);
  }
  if (cells.hasParts) {
    for (let j = 0; j < row.points; j++) {
      if (cells.offset[j] === PART_OF_CELL) gatherTaps<T>(row, j, crop, cropAt, to, image, imageAt, from, problem);
    }
  }
  if (!isFinite(sum)) mendPoints<T>(row, null, crop, cropAt, to, image, imageAt, from, problem);
}

/**
 * Samples those points of a row once more, tap by tap, that came out infinite or NaN: differences of large numbers may
 * be, where the sample itself is not. The coordinates are those of the row, or of the grid, if there is one.
 */
export function mendPoints<T>(
  row: PointRow,
  grid: Pointer<f32> | null,
  crop: Pointer<f32>,
  cropAt: i32,
  to: Layout,
  image: Pointer<T>,
  imageAt: i32,
  from: Layout,
  problem: Problem,
): void {
  for (let j = 0; j < row.points; j++) {
    if (isFinitePoint(crop, cropAt + j * to.xStride, to)) continue;
    if (grid !== null) readGridRow(row, j, j + 1, grid, problem);
    gatherTaps<T>(row, j, crop, cropAt, to, image, imageAt, from, problem);
  }
}

/** Samples point j tap by tap. */
export function gatherTaps<T>(
  row: PointRow,
  j: i32,
  crop: Pointer<f32>,
  cropAt: i32,
  to: Layout,
  image: Pointer<T>,
  imageAt: i32,
  from: Layout,
  problem: Problem,
): void {
  computeRowTaps(row, j, 1, from, problem);
  const at = cropAt + j * to.xStride;
  gatherRow<T>(crop, at, to, 1, image, imageAt, from, row.taps, row.point, problem.fillValue);
}
