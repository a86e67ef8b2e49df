import { hasSlopes, isLinear } from '../axis/modes';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { takeArray } from '../memory/scratch';
import { AffineRows, createAffineRows, startCrop, startRow } from '../points/affine-rows';
import {
  addThetaGradient,
  addThetaOfPairs,
  clearThetaSums,
  createBaseAxes,
  createThetaSums,
  storeThetaSums,
} from '../points/theta-gradient';
import { gatherBlendedRow } from '../ways/blended-rows/gather';
import { slopeBlendedRow } from '../ways/blended-rows/slope';
import { addThetaOfBlendedRow } from '../ways/blended-rows/theta-slope';
import { addThetaOfEdges, createEdgeColumn } from '../ways/box-cells/edge-columns';
import { createCellColumns, findCellColumns, hasNoRows, hasWholeRows, takesCells } from '../ways/box-cells/plan';
import { addThetaOfCells } from '../ways/box-cells/slope';
import { addCropGradient, createImageLists } from '../ways/lists/scatter';
import { addDenseCropGradient } from '../ways/lists/scatter-dense';
import { createRowGradient } from '../ways/taps/slope';
import { clearImage, createClearedImages } from './clear-image';
import { clearSums, findDenseImages, storeSums } from './dense-images';
import { gatherPoints } from './gather-points';
import { scatterPoints } from './scatter-points';
import { slopeFourPoints, slopePoints } from './slope-points';

/** Samples an image or volume through one theta per crop, with no grid. */
export function affineSample<T>(crops: Pointer<f32>, image: Pointer<T>, theta: Pointer<f32>, problem: Problem): void {
  const rows = createAffineRows(theta, problem);
  const to = rows.crop;
  const from = rows.image;
  const fill = problem.fillValue;
  rows.blend.outside = <f32>fill;
  for (let n = 0; n < to.batch; n++) {
    startCrop(rows, n);
    for (let k = 0; k < to.depth; k++) {
      for (let i = 0; i < to.height; i++) {
        startRow(rows, k, i);
        const at = rows.cropAt;
        const imageAt = rows.imageAt;
        if (rows.blended) {
          gatherBlendedRow<T>(crops, at, to, image, imageAt, from, rows.taps, rows.blend, rows.row.point, fill);
        } else {
          gatherPoints<T>(rows.row, crops, at, to, image, imageAt, from, problem);
        }
      }
    }
  }
}

/** The gradient of `affineSample` by the image. */
export function affineSampleGradImage(
  dimage: Pointer<f32>,
  dy: Pointer<f32>,
  theta: Pointer<f32>,
  problem: Problem,
): void {
  const rows = createAffineRows(theta, problem);
  const to = rows.image;
  const from = rows.crop;
  const lists = createImageLists(problem, to, from);
  const cleared = createClearedImages(to);
  const dense = findDenseImages(problem, to, from);
  if (dense.any) {
    for (let image = 0; image < to.batch; image++) {
      if (dense.first[image] < 0) continue;
      clearSums(dense, to);
      for (let n = dense.first[image]; n >= 0; n = dense.next[n]) {
        startCrop(rows, n);
        const at = n * from.batchStride;
        if (rows.separable) addDenseCropGradient(dense.sums, to, dy, at, from, rows.taps, lists, dense.row);
        else scatterCrop<f64>(rows, dense.sums, 0, dy);
      }
      storeSums(dimage, dense, image, to);
      cleared[image] = 1;
    }
  }
  for (let n = 0; n < from.batch; n++) {
    const image = problem.imageIndex[n];
    if (dense.first[image] >= 0) continue;
    startCrop(rows, n);
    if (rows.separable) {
      addCropGradient(dimage, rows.imageAt, to, dy, n * from.batchStride, from, rows.taps, lists, cleared[image] !== 0);
      cleared[image] = 1;
      continue;
    }
    clearImage(dimage, cleared, image, to);
    scatterCrop<f32>(rows, dimage, rows.imageAt, dy);
  }
  for (let image = 0; image < to.batch; image++) clearImage(dimage, cleared, image, to);
}

/** Adds the gradient of the current crop, point by point. */
function scatterCrop<A>(rows: AffineRows, dimage: Pointer<A>, imageAt: i32, dy: Pointer<f32>): void {
  const crop = rows.crop;
  for (let k = 0; k < crop.depth; k++) {
    for (let i = 0; i < crop.height; i++) {
      startRow(rows, k, i);
      scatterPoints<A>(rows.row, dimage, imageAt, rows.image, dy, rows.cropAt, crop, rows.problem);
    }
  }
}

/** The gradient of `affineSample` by theta: all entries, also those that are 0 in an axis-aligned theta. */
export function affineSampleGradTheta<T>(
  dtheta: Pointer<f32>,
  dy: Pointer<f32>,
  image: Pointer<T>,
  theta: Pointer<f32>,
  problem: Problem,
): void {
  const dimensions = problem.dimensions;
  if (!hasSlopes(problem.mode)) {
    memory.fill(dtheta.at(0), 0, (<usize>problem.crops * dimensions * (dimensions + 1)) << 2);
    return;
  }
  const rows = createAffineRows(theta, problem);
  const crop = rows.crop;
  const from = rows.image;
  const fill = problem.fillValue;
  const base = createBaseAxes(problem);
  const sums = createThetaSums(dimensions);
  const gradient = createRowGradient(crop.width);
  const pairs = takeArray<f32>(2 * <f64>crop.width);
  const cells = takesCells<T>(problem, from) && fill === 0;
  const columns = createCellColumns(crop.width);
  const edge = createEdgeColumn(rows.taps, gradient, problem.mode);
  for (let n = 0; n < crop.batch; n++) {
    startCrop(rows, n);
    if (cells && rows.blended) findCellColumns(columns, rows.taps.x, crop.width, from, base.u);
    clearThetaSums(sums, dimensions);
    for (let k = 0; k < crop.depth; k++) {
      for (let i = 0; i < crop.height; i++) {
        startRow(rows, k, i);
        const v = base.v[i];
        const w = base.w[k];
        const at = rows.cropAt;
        const imageAt = rows.imageAt;
        if (ASC_FEATURE_SIMD && rows.blended && isLinear(problem.mode) && fill === 0) {
          const taps = rows.taps;
          const blend = rows.blend;
          if (cells && hasNoRows(taps)) continue;
          if (cells && hasWholeRows(taps)) {
            addThetaOfCells(sums, v, dy, at, crop, changetype<Pointer<f32>>(image), imageAt, from, taps, columns);
            if (columns.to - columns.from < crop.width) {
              addThetaOfEdges<T>(sums, base, v, dy, at, crop, image, imageAt, from, taps, columns, edge);
            }
            continue;
          }
          addThetaOfBlendedRow<T>(sums, base, v, w, dimensions, dy, at, crop, image, imageAt, from, taps, blend);
          continue;
        }
        if (ASC_FEATURE_SIMD) {
          if (!rows.blended && rows.row.useFours) {
            slopeFourPoints<T>(rows.row, pairs, gradient, dy, at, crop, image, imageAt, from, problem);
            addThetaOfPairs(sums, pairs, crop.width, base.u, v);
            continue;
          }
        }
        if (rows.blended) {
          slopeBlendedRow<T>(gradient, dy, at, crop, image, imageAt, from, rows.taps, rows.blend, fill);
        } else {
          slopePoints<T>(rows.row, gradient, dy, at, crop, image, imageAt, from, problem);
        }
        addThetaGradient(sums, gradient, crop.width, base.u, v, w, dimensions);
      }
    }
    storeThetaSums(dtheta, n, sums, dimensions);
  }
}
