import { clearImage, createClearedImages } from './clear-image';
import { cropLayout, imageLayout } from './layout';
import { createPointRow, gatherPoints, scatterPoints, slopePoints } from './point-row';
import { Pointer } from './pointer';
import { Problem } from './problem';
import { readGridRow } from './read-grid-row';
import { createRowGradient } from './slope-row';

/** Samples an image or volume at a grid. */
export function gridSample<T>(crops: Pointer<f32>, image: Pointer<T>, grid: Pointer<f32>, problem: Problem): void {
  const from = imageLayout(problem);
  const to = cropLayout(problem);
  const row = createPointRow(problem);
  let gridAt = 0;
  for (let n = 0; n < problem.crops; n++) {
    const imageAt = problem.imageIndex[n] * from.batchStride;
    for (let i = 0; i < to.depth * to.height; i++) {
      readGridRow(row, grid, gridAt, problem);
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
  let gridAt = 0;
  for (let n = 0; n < problem.crops; n++) {
    const imageAt = problem.imageIndex[n] * to.batchStride;
    clearImage(dimage, cleared, problem.imageIndex[n], to);
    for (let i = 0; i < from.depth * from.height; i++) {
      readGridRow(row, grid, gridAt, problem);
      scatterPoints(row, dimage, imageAt, to, dy, n * from.batchStride + i * from.yStride, from, problem);
      gridAt += row.points * problem.dimensions;
    }
  }
  for (let image = 0; image < to.batch; image++) clearImage(dimage, cleared, image, to);
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
  const dimensions = problem.dimensions;
  let gridAt = 0;
  for (let n = 0; n < problem.crops; n++) {
    const imageAt = problem.imageIndex[n] * from.batchStride;
    for (let i = 0; i < crop.depth * crop.height; i++) {
      readGridRow(row, grid, gridAt, problem);
      const cropAt = n * crop.batchStride + i * crop.yStride;
      slopePoints<T>(row, gradient, dy, cropAt, crop, image, imageAt, from, problem);
      for (let j = 0; j < row.points; j++) {
        dgrid[gridAt++] = <f32>gradient.x[j];
        dgrid[gridAt++] = <f32>gradient.y[j];
        if (dimensions === 3) dgrid[gridAt++] = <f32>gradient.z[j];
      }
    }
  }
}
