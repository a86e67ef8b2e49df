import { findCells, PART_OF_CELL, padPoints } from './bilinear-cells';
import { readsPairs } from './gather-pairs';
import { Layout } from './layout';
import { computeRowTaps, PointRow } from './point-row';
import { Pointer } from './pointer';
import { Problem } from './problem';
import { slopeCells } from './slope-cells';
import { slopePairs } from './slope-pairs';
import { RowGradient, slopeRow } from './slope-row';
import { slopeVolumeCells } from './slope-volume-cells';
import { findVolumeCells } from './volume-cells';

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
