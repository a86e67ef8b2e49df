import { hasSlopes } from '../axis/modes';
import { cropLayout, imageLayout, Layout } from '../memory/layout';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { createPointRow, PointRow, startGridRow } from '../points/point-row';
import { createRowGradient, RowGradient } from '../ways/taps/slope';
import { clearImage, createClearedImages } from './clear-image';
import { clearSums, findDenseImages, storeSums } from './dense-images';
import { gatherPoints } from './gather-points';
import { scatterPoints } from './scatter-points';
import { slopeFourPoints, slopePoints } from './slope-points';

/** Samples an image or volume at a grid. */
export function gridSample<T>(crops: Pointer<f32>, image: Pointer<T>, grid: Pointer<f32>, problem: Problem): void {
  const from = imageLayout(problem);
  const to = cropLayout(problem);
  const row = createPointRow(problem);
  let gridAt = 0;
  for (let n = 0; n < problem.crops; n++) {
    const imageAt = problem.imageIndex[n] * from.batchStride;
    for (let i = 0; i < to.depth * to.height; i++) {
      startGridRow(row, grid.from(gridAt), problem);
      gatherPoints<T>(row, crops, n * to.batchStride + i * to.yStride, to, image, imageAt, from, problem);
      gridAt += row.points * problem.dimensions;
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
    startGridRow(row, grid.from((n * rows + i) * step), problem);
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
  if (!hasSlopes(problem.mode)) {
    memory.fill(
      dgrid.at(0),
      0,
      (<usize>problem.crops * problem.depth * problem.height * problem.width * problem.dimensions) << 2,
    );
    return;
  }
  const from = imageLayout(problem);
  const crop = cropLayout(problem);
  const row = createPointRow(problem);
  const gradient = createRowGradient(problem.width);
  let gridAt = 0;
  for (let n = 0; n < problem.crops; n++) {
    const imageAt = problem.imageIndex[n] * from.batchStride;
    for (let i = 0; i < crop.depth * crop.height; i++) {
      const cropAt = n * crop.batchStride + i * crop.yStride;
      const to = dgrid.from(gridAt);
      startGridRow(row, grid.from(gridAt), problem);
      gridAt += row.points * problem.dimensions;
      if (ASC_FEATURE_SIMD) {
        if (row.useFours) {
          slopeFourPoints<T>(row, to, gradient, dy, cropAt, crop, image, imageAt, from, problem);
          continue;
        }
      }
      slopePoints<T>(row, gradient, dy, cropAt, crop, image, imageAt, from, problem);
      storeGradients(to, gradient, row.points, problem.dimensions);
    }
  }
}

/** Rounds the gradients of a row into the gradient of the grid. */
function storeGradients(dgrid: Pointer<f32>, gradient: RowGradient, points: i32, dimensions: i32): void {
  for (let j = 0; j < points; j++) {
    const at = j * dimensions;
    dgrid[at] = <f32>gradient.x[j];
    dgrid[at + 1] = <f32>gradient.y[j];
    if (dimensions === 3) dgrid[at + 2] = <f32>gradient.z[j];
  }
}
