import type { ImageGradientAttrs, SampleAttrs } from '@cropgrad/core/backend';
import { takeCells } from './cells.js';
import { computeRowTaps, createFreeRow, type FreeRow } from './free-row.js';
import { gatherCells } from './gather-cells.js';
import { gatherRow } from './gather-row.js';
import { cropsShape, type ImageArray, type Layout, layoutOf } from './layout.js';
import { scatterCells } from './scatter-cells.js';
import { scatterRow } from './scatter-row.js';
import { slopeCells } from './slope-cells.js';
import { createRowGradient, slopeRow } from './slope-row.js';
import { sumPerImage } from './sum-per-image.js';

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
  // Points that read nothing of the image may be left out.
  if (attrs.fillValue !== 0) crops.fill(attrs.fillValue);
  const imageLayout = layoutOf(imageShape, attrs.dataFormat);
  const cropLayout = layoutOf(shape, attrs.dataFormat);
  const row = createFreeRow(cropLayout.width, attrs.mode, gridShape.length - 2);
  forEachRow(grid, imageLayout, cropLayout, row, attrs, (_, imageAt, cropAt) => {
    if (row.cells) gatherCells(crops, cropAt, cropLayout, image, imageAt, imageLayout, row.cells);
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
  attrs: ImageGradientAttrs,
): Float32Array {
  const imageLayout = layoutOf(attrs.imageShape, attrs.dataFormat);
  const cropLayout = layoutOf(dyShape, attrs.dataFormat);
  const row = createFreeRow(cropLayout.width, attrs.mode, gridShape.length - 2);
  return sumPerImage(attrs, cropLayout, (sums) => {
    forEachRow(grid, imageLayout, cropLayout, row, attrs, (n, _, cropAt) => {
      const dimage = sums[attrs.imageIndex[n]];
      if (row.cells) scatterCells(dimage, imageLayout, dy, cropAt, cropLayout, row.cells);
      computeRowTaps(row, imageLayout, attrs);
      scatterRow(dimage, imageLayout, dy, cropAt, cropLayout, row.taps, row.point);
    });
  });
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
  const { alignCorners, fillValue } = attrs;
  const row = createFreeRow(cropLayout.width, attrs.mode, dimensions);
  const gradient = createRowGradient(cropLayout.width, dimensions);
  forEachRow(grid, imageLayout, cropLayout, row, attrs, (_, imageAt, cropAt, gridAt) => {
    gradient.values.fill(0);
    if (row.cells) {
      slopeCells(gradient, dy, cropAt, cropLayout, image, imageAt, imageLayout, row.cells, alignCorners);
    }
    computeRowTaps(row, imageLayout, attrs);
    slopeRow(gradient, dy, cropAt, cropLayout, image, imageAt, imageLayout, row.taps, fillValue);
    dgrid.set(gradient.values, gridAt);
  });
  return dgrid;
}

/**
 * Reads the points of one row of the grid after the other, and says which crop it is of, and where its image, its crop row
 * and its grid row start.
 */
function forEachRow(
  grid: Float32Array,
  image: Layout,
  crop: Layout,
  row: FreeRow,
  attrs: SampleAttrs,
  visit: (n: number, imageAt: number, cropAt: number, gridAt: number) => void,
): void {
  const { width, height, depth } = crop;
  const { dimensions } = row;
  let gridAt = 0;
  for (let n = 0; n < crop.batch; n++) {
    const imageAt = attrs.imageIndex[n] * image.batchStride;
    for (let i = 0; i < depth * height; i++) {
      readPoints(row, grid, gridAt, image, attrs.alignCorners);
      if (row.cells) takeCells(row.cells, row, image, width, attrs);
      visit(n, imageAt, n * crop.batchStride + i * crop.yStride, gridAt);
      gridAt += width * dimensions;
    }
  }
}

/** The points of a row of the grid, from [-1, 1] to pixels, as PyTorch's `grid_sampler_unnormalize`. */
function readPoints(
  { x, y, z, dimensions }: FreeRow,
  grid: Float32Array,
  gridAt: number,
  { width, height, depth }: Layout,
  alignCorners: boolean,
): void {
  const shift = alignCorners ? 0 : 0.5;
  const scaleX = (alignCorners ? width - 1 : width) / 2;
  const scaleY = (alignCorners ? height - 1 : height) / 2;
  const scaleZ = (alignCorners ? depth - 1 : depth) / 2;
  for (let j = 0, at = gridAt; j < x.length; j++, at += dimensions) {
    x[j] = (grid[at] + 1) * scaleX - shift;
    y[j] = (grid[at + 1] + 1) * scaleY - shift;
  }
  if (dimensions === 2) return;
  for (let j = 0, at = gridAt + 2; j < x.length; j++, at += dimensions) z[j] = (grid[at] + 1) * scaleZ - shift;
}
