import type { SampleAttrs } from '@cropgrad/core';
import { computeRowTaps, createFreeRow, type FreeRow, fillRow } from './free-row.js';
import { gatherRow } from './gather-row.js';
import { gatherInterior } from './interior-gather.js';
import { scatterInterior } from './interior-scatter.js';
import { slopeInterior } from './interior-slope.js';
import { cropsShape, type ImageArray, type Layout, layoutOf } from './layout.js';
import { scatterRow } from './scatter-row.js';
import { createRowGradient, slopeRow } from './slope-row.js';

/** Samples an image [N,H,W,C] or volume (laid out as `dataFormat` says) at a grid [N,h,w,2] or [N,d,h,w,3]. */
export function gridSample(
  image: ImageArray,
  imageShape: readonly number[],
  grid: Float32Array,
  gridShape: readonly number[],
  attrs: SampleAttrs,
): Float32Array {
  const shape = cropsShape(imageShape, gridShape[0], gridShape.slice(1, -1), attrs.dataFormat);
  const crops = new Float32Array(shape.reduce((product, length) => product * length));
  const imageLayout = layoutOf(imageShape, attrs.dataFormat);
  const cropLayout = layoutOf(shape, attrs.dataFormat);
  const row = createFreeRow(cropLayout.width, attrs.mode, gridShape.length - 2);
  forEachRow(grid, imageLayout, cropLayout, row, attrs, (imageAt, cropAt) => {
    if (row.bilinear) gatherInterior(crops, cropAt, cropLayout, image, imageAt, imageLayout, row);
    computeRowTaps(row, imageLayout, attrs);
    gatherRow(crops, cropAt, cropLayout, image, imageAt, imageLayout, row.taps, row.point, attrs.fillValue);
  });
  return crops;
}

/** The gradient of {@link gridSample} by the image, from dy laid out like the crops. */
export function gridSampleGradImage(
  dy: Float32Array,
  dyShape: readonly number[],
  grid: Float32Array,
  gridShape: readonly number[],
  attrs: SampleAttrs & { imageShape: readonly number[] },
): Float32Array {
  const dimage = new Float32Array(attrs.imageShape.reduce((product, length) => product * length));
  const imageLayout = layoutOf(attrs.imageShape, attrs.dataFormat);
  const cropLayout = layoutOf(dyShape, attrs.dataFormat);
  const row = createFreeRow(cropLayout.width, attrs.mode, gridShape.length - 2);
  forEachRow(grid, imageLayout, cropLayout, row, attrs, (imageAt, cropAt) => {
    if (row.bilinear) scatterInterior(dimage, imageAt, imageLayout, dy, cropAt, cropLayout, row);
    computeRowTaps(row, imageLayout, attrs);
    scatterRow(dimage, imageAt, imageLayout, dy, cropAt, cropLayout, row.taps, row.point);
  });
  return dimage;
}

/** The gradient of {@link gridSample} by the grid, in the grid's shape. */
export function gridSampleGradGrid(
  dy: Float32Array,
  dyShape: readonly number[],
  image: ImageArray,
  imageShape: readonly number[],
  grid: Float32Array,
  gridShape: readonly number[],
  attrs: SampleAttrs,
): Float32Array {
  const dgrid = new Float32Array(grid.length);
  const dimensions = gridShape.length - 2;
  const imageLayout = layoutOf(imageShape, attrs.dataFormat);
  const cropLayout = layoutOf(dyShape, attrs.dataFormat);
  const { width } = cropLayout;
  const { alignCorners, fillValue } = attrs;
  const row = createFreeRow(width, attrs.mode, dimensions);
  const gradient = createRowGradient(width);
  forEachRow(grid, imageLayout, cropLayout, row, attrs, (imageAt, cropAt, gridAt) => {
    if (row.bilinear) {
      slopeInterior(gradient, dy, cropAt, cropLayout, image, imageAt, imageLayout, row, alignCorners);
    }
    computeRowTaps(row, imageLayout, attrs);
    slopeRow(gradient, dy, cropAt, cropLayout, image, imageAt, imageLayout, row.taps, fillValue);
    for (let j = 0, at = gridAt; j < width; j++, at += dimensions) {
      dgrid[at] = gradient.x[j];
      dgrid[at + 1] = gradient.y[j];
      if (dimensions === 3) dgrid[at + 2] = gradient.z[j];
    }
  });
  return dgrid;
}

/** Reads the points of one row of the grid after the other, and says where its image, crop row and grid row start. */
function forEachRow(
  grid: Float32Array,
  image: Layout,
  crop: Layout,
  row: FreeRow,
  { alignCorners, imageIndex }: SampleAttrs,
  visit: (imageAt: number, cropAt: number, gridAt: number) => void,
): void {
  const { width, height, depth } = crop;
  const { dimensions } = row;
  let gridAt = 0;
  for (let n = 0; n < crop.batch; n++) {
    const imageAt = imageIndex[n] * image.batchStride;
    for (let i = 0; i < depth * height; i++) {
      unnormalise(row.x, grid, gridAt, dimensions, image.width, alignCorners);
      unnormalise(row.y, grid, gridAt + 1, dimensions, image.height, alignCorners);
      if (dimensions === 3) unnormalise(row.z, grid, gridAt + 2, dimensions, image.depth, alignCorners);
      fillRow(row, width);
      visit(imageAt, n * crop.batchStride + i * crop.yStride, gridAt);
      gridAt += width * dimensions;
    }
  }
}

/** From [-1, 1] to pixels, as PyTorch's `grid_sampler_unnormalize`. */
function unnormalise(
  x: Float64Array,
  grid: Float32Array,
  at: number,
  step: number,
  size: number,
  alignCorners: boolean,
): void {
  for (let j = 0; j < x.length; j++) {
    const g = grid[at + j * step];
    x[j] = alignCorners ? ((g + 1) / 2) * (size - 1) : ((g + 1) * size - 1) / 2;
  }
}
