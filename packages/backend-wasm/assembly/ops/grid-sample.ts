import { movesPoints } from '../axis/pad';
import { cropLayout, imageLayout, Layout } from '../memory/layout';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { createPointRow, PointRow } from '../points/point-row';
import { readGridRow } from '../points/read-grid-row';
import { gatherPairs, readsPairs } from '../ways/pairs/gather';
import { slopePairs } from '../ways/pairs/slope';
import { createRowGradient, RowGradient } from '../ways/taps/slope';
import { clearImage, createClearedImages } from './clear-image';
import { clearSums, findDenseImages, storeSums } from './dense-images';
import { gatherPoints } from './gather-points';
import { scatterPoints } from './scatter-points';
import { slopePoints } from './slope-points';

/** Samples an image or volume at a grid. */
export function gridSample<T>(crops: Pointer<f32>, image: Pointer<T>, grid: Pointer<f32>, problem: Problem): void {
  const from = imageLayout(problem);
  const to = cropLayout(problem);
  const row = createPointRow(problem);
  const pairs = readsPairs<T>(row, from, problem) && !movesPoints(problem.paddingMode);
  let gridAt = 0;
  for (let n = 0; n < problem.crops; n++) {
    const imageAt = problem.imageIndex[n] * from.batchStride;
    for (let i = 0; i < to.depth * to.height; i++) {
      const at = n * to.batchStride + i * to.yStride;
      const points = grid.from(gridAt);
      gridAt += row.points * problem.dimensions;
      if (ASC_FEATURE_SIMD) {
        if (pairs) {
          gatherPairs(row, points, crops, at, to, changetype<Pointer<f32>>(image), imageAt, from, problem);
          continue;
        }
      }
      readGridRow(row, 0, row.points, points, problem);
      gatherPoints<T>(row, crops, at, to, image, imageAt, from, problem);
    }
  }
}

/** The gradient of `gridSample` by the image. */
export function gridSampleGradImage(
  dimage: Pointer<f32>,
  dy: Pointer<f32>,
  grid: Pointer<f32>,
  problem: Problem,
): void {
  const to = imageLayout(problem);
  const from = cropLayout(problem);
  const row = createPointRow(problem);
  const cleared = createClearedImages(to);
  const dense = findDenseImages(problem, to, from);
  if (dense.any) {
    for (let image = 0; image < to.batch; image++) {
      if (dense.first[image] < 0) continue;
      clearSums(dense, to);
      for (let n = dense.first[image]; n >= 0; n = dense.next[n]) {
        scatterCrop<f64>(row, dense.sums, 0, to, dy, n, from, grid, problem);
      }
      storeSums(dimage, dense, image, to);
      cleared[image] = 1;
    }
  }
  for (let n = 0; n < problem.crops; n++) {
    const image = problem.imageIndex[n];
    if (dense.first[image] >= 0) continue;
    clearImage(dimage, cleared, image, to);
    scatterCrop<f32>(row, dimage, image * to.batchStride, to, dy, n, from, grid, problem);
  }
  for (let image = 0; image < to.batch; image++) clearImage(dimage, cleared, image, to);
}

/** Adds the gradient of crop n. */
function scatterCrop<A>(
  row: PointRow,
  dimage: Pointer<A>,
  imageAt: i32,
  to: Layout,
  dy: Pointer<f32>,
  n: i32,
  from: Layout,
  grid: Pointer<f32>,
  problem: Problem,
): void {
  const rows = from.depth * from.height;
  const step = row.points * problem.dimensions;
  for (let i = 0; i < rows; i++) {
    readGridRow(row, 0, row.points, grid.from((n * rows + i) * step), problem);
    scatterPoints<A>(row, dimage, imageAt, to, dy, n * from.batchStride + i * from.yStride, from, problem);
  }
}

/** The gradient of `gridSample` by the grid, in the grid's shape. */
export function gridSampleGradGrid<T>(
  dgrid: Pointer<f32>,
  dy: Pointer<f32>,
  image: Pointer<T>,
  grid: Pointer<f32>,
  problem: Problem,
): void {
  const from = imageLayout(problem);
  const crop = cropLayout(problem);
  const row = createPointRow(problem);
  const gradient = createRowGradient(problem.width);
  const pairs = readsPairs<T>(row, from, problem) && !movesPoints(problem.paddingMode);
  let gridAt = 0;
  for (let n = 0; n < problem.crops; n++) {
    const imageAt = problem.imageIndex[n] * from.batchStride;
    for (let i = 0; i < crop.depth * crop.height; i++) {
      const cropAt = n * crop.batchStride + i * crop.yStride;
      const points = grid.from(gridAt);
      if (ASC_FEATURE_SIMD && pairs) {
        slopePairs(row, points, gradient, dy, cropAt, crop, changetype<Pointer<f32>>(image), imageAt, from, problem);
      } else {
        readGridRow(row, 0, row.points, points, problem);
        slopePoints<T>(row, gradient, dy, cropAt, crop, image, imageAt, from, problem);
      }
      storeGradients(dgrid.from(gridAt), gradient, row.points, problem.dimensions);
      gridAt += row.points * problem.dimensions;
    }
  }
}

/** Rounds the gradients of a row into the gradient of the grid. */
function storeGradients(dgrid: Pointer<f32>, gradient: RowGradient, points: i32, dimensions: i32): void {
  const gx = gradient.x;
  const gy = gradient.y;
  const gz = gradient.z;
  let j = 0;
  if (ASC_FEATURE_SIMD) {
    if (dimensions === 2) {
      for (; j <= points - 2; j += 2) {
        const x = f32x4.demote_f64x2_zero(v128.load(gx.at(j)));
        const y = f32x4.demote_f64x2_zero(v128.load(gy.at(j)));
        v128.store(dgrid.at(2 * j), v128.shuffle<f32>(x, y, 0, 4, 1, 5));
      }
    }
  }
  for (; j < points; j++) {
    const at = j * dimensions;
    dgrid[at] = <f32>gx[j];
    dgrid[at + 1] = <f32>gy[j];
    if (dimensions === 3) dgrid[at + 2] = <f32>gz[j];
  }
}
