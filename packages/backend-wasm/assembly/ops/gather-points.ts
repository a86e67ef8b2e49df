import { areFinite, isFinitePoint } from '../memory/are-finite';
import { Layout } from '../memory/layout';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { computePointTaps, computeRowTaps, PointRow, planFours } from '../points/point-row';
import { gatherFours } from '../ways/fours/gather';
import { GENERAL } from '../ways/fours/plan';
import { gatherRow } from '../ways/taps/gather';
import { gatherVolumeCells } from '../ways/volume-cells/gather';
import { findVolumeCells, NO_CELL } from '../ways/volume-cells/plan';

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
  if (ASC_FEATURE_SIMD) {
    if (row.useFours) {
      planFours(row, false, problem);
      gatherFours<T>(row.fours, crop, cropAt, to, row.points, image, imageAt, from, problem);
      if (row.fours.hasGeneral)
        gatherOthers<T>(row, row.fours.offset, GENERAL, crop, cropAt, to, image, imageAt, from, problem);
      let finite = true;
      for (let c = 0; c < to.planes; c++) {
        if (!areFinite(crop.at(cropAt + c * to.channelStride), row.points * to.inner)) finite = false;
      }
      if (!finite) mendPoints<T>(row, crop, cropAt, to, image, imageAt, from, problem);
      return;
    }
  }
  if (row.useCells) {
    const cells = row.cells;
    findVolumeCells(cells, row.x, row.y, row.z, row.points, from, true);
    const sum = gatherVolumeCells<T>(crop, cropAt, to, row.points, image, imageAt, from, cells);
    if (cells.hasOthers) gatherOthers<T>(row, cells.offset, NO_CELL, crop, cropAt, to, image, imageAt, from, problem);
    if (!isFinite(sum)) mendPoints<T>(row, crop, cropAt, to, image, imageAt, from, problem);
    return;
  }
  computeRowTaps(row, 0, row.points, from, problem);
  gatherRow<T>(crop, cropAt, to, row.points, image, imageAt, from, row.taps, row.point, problem.fillValue);
}

/** Samples the points that a way has marked as left to the general one. */
function gatherOthers<T>(
  row: PointRow,
  offset: Pointer<i32>,
  mark: i32,
  crop: Pointer<f32>,
  cropAt: i32,
  to: Layout,
  image: Pointer<T>,
  imageAt: i32,
  from: Layout,
  problem: Problem,
): void {
  for (let j = 0; j < row.points; j++) {
    if (offset[j] === mark) gatherTaps<T>(row, j, crop, cropAt, to, image, imageAt, from, problem);
  }
}

/**
 * Samples those points of a row once more, tap by tap, that came out infinite or NaN: differences of large numbers may
 * be, where the sample itself is not.
 */
function mendPoints<T>(
  row: PointRow,
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
    gatherTaps<T>(row, j, crop, cropAt, to, image, imageAt, from, problem);
  }
}

/** Samples point j tap by tap. */
function gatherTaps<T>(
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
  computePointTaps(row, j, from, problem);
  const at = cropAt + j * to.xStride;
  gatherRow<T>(crop, at, to, 1, image, imageAt, from, row.taps, row.point, problem.fillValue);
}
