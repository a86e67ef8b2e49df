import type { SampleAttrs } from '@cropgrad/core';
import { computeAxisTaps } from './axis-taps.js';
import { gatherRow } from './gather-row.js';
import { cropsShape, type ImageArray, type Layout, layoutOf } from './layout.js';
import { createPointTaps, createRowTaps, type RowTaps } from './row-taps.js';
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
  const taps = createRowTaps(cropLayout.width, attrs.mode, gridShape.length - 2);
  const point = createPointTaps(taps);
  forEachRow(grid, imageLayout, cropLayout, taps, attrs, (imageAt, cropAt) =>
    gatherRow(crops, cropAt, cropLayout, image, imageAt, imageLayout, taps, point, attrs.fillValue),
  );
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
  const taps = createRowTaps(cropLayout.width, attrs.mode, gridShape.length - 2);
  const point = createPointTaps(taps);
  forEachRow(grid, imageLayout, cropLayout, taps, attrs, (imageAt, cropAt) =>
    scatterRow(dimage, imageAt, imageLayout, dy, cropAt, cropLayout, taps, point),
  );
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
  const taps = createRowTaps(width, attrs.mode, dimensions);
  const gradient = createRowGradient(width);
  forEachRow(grid, imageLayout, cropLayout, taps, attrs, (imageAt, cropAt, gridAt) => {
    slopeRow(gradient, dy, cropAt, cropLayout, image, imageAt, imageLayout, taps, attrs.fillValue);
    for (let j = 0, at = gridAt; j < width; j++, at += dimensions) {
      dgrid[at] = gradient.x[j];
      dgrid[at + 1] = gradient.y[j];
      if (dimensions === 3) dgrid[at + 2] = gradient.z[j];
    }
  });
  return dgrid;
}

/** Computes the taps of one row of the grid after the other, and says where its image, crop row and grid row start. */
function forEachRow(
  grid: Float32Array,
  image: Layout,
  crop: Layout,
  taps: RowTaps,
  attrs: SampleAttrs,
  visit: (imageAt: number, cropAt: number, gridAt: number) => void,
): void {
  const { width, height, depth } = crop;
  const dimensions = taps.zStep === 1 ? 3 : 2;
  const coordinates = new Float64Array(width);
  let gridAt = 0;
  for (let n = 0; n < crop.batch; n++) {
    const imageAt = attrs.imageIndex[n] * image.batchStride;
    for (let row = 0; row < depth * height; row++) {
      unnormalise(coordinates, grid, gridAt, dimensions, image.width, attrs.alignCorners);
      computeAxisTaps(taps.x, coordinates, width, image.width, attrs);
      unnormalise(coordinates, grid, gridAt + 1, dimensions, image.height, attrs.alignCorners);
      computeAxisTaps(taps.y, coordinates, width, image.height, attrs);
      if (dimensions === 3) {
        unnormalise(coordinates, grid, gridAt + 2, dimensions, image.depth, attrs.alignCorners);
        computeAxisTaps(taps.z, coordinates, width, image.depth, attrs);
      }
      visit(imageAt, n * crop.batchStride + row * crop.yStride, gridAt);
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
