import { Layout } from '../memory/layout';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { computeRowTaps, PointRow } from '../points/point-row';
import { findCells, PART_OF_CELL, padPoints } from '../ways/cells/plan';
import { slopeCells } from '../ways/cells/slope';
import { readsPairs } from '../ways/pairs/gather';
import { slopePairs } from '../ways/pairs/slope';
import { RowGradient, slopeRow } from '../ways/taps/slope';
import { findVolumeCells } from '../ways/volume-cells/plan';
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
  const fillValue = problem.fillValue;
  if (!row.useCells) {
    computeRowTaps(row, 0, row.points, from, problem);
    slopeRow<T>(gradient, 0, dy, cropAt, crop, row.points, image, imageAt, from, row.taps, fillValue);
    return;
  }
  if (problem.dimensions === 3) {
    findVolumeCells(row.cells, row.x, row.y, row.z, row.points, from, false);
    slopeVolumeCells<T>(gradient, dy, cropAt, crop, row.points, image, imageAt, from, row.cells, problem);
  } else {
    padPoints(row.cells, row.x, row.y, row.points, from, problem);
    if (ASC_FEATURE_SIMD) {
      if (readsPairs<T>(row, from, problem)) {
        slopePairs(row, null, gradient, dy, cropAt, crop, changetype<Pointer<f32>>(image), imageAt, from, problem);
        return;
      }
    }
    findCells(row.cells, row.space, row.points, from, false);
    slopeCells<T>(gradient, dy, cropAt, crop, row.points, image, imageAt, from, row.cells);
  }
  if (!row.cells.hasParts) return;
  for (let j = 0; j < row.points; j++) {
    if (row.cells.offset[j] === PART_OF_CELL) {
      slopeTaps<T>(row, j, gradient, dy, cropAt, crop, image, imageAt, from, problem);
    }
  }
}

/** Differentiates point j tap by tap. */
export function slopeTaps<T>(
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
  computeRowTaps(row, j, 1, from, problem);
  const at = cropAt + j * crop.xStride;
  slopeRow<T>(gradient, j, dy, at, crop, 1, image, imageAt, from, row.taps, problem.fillValue);
}
