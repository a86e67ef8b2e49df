import type { ImageGradientAttrs, SampleAttrs } from '@cropgrad/core/backend';
import { byImage } from './by-image.js';
import { byPoints } from './by-points.js';
import { createCall } from './call.js';
import { forward } from './forward.js';
import { cropsShape, type ImageArray } from './layout.js';
import { gridPoints } from './points/grid-points.js';

/** Samples an image [N,H,W,C] or volume (laid out as `dataFormat` says) at a grid [N,h,w,2] or [N,d,h,w,3]. */
export function gridSample<I extends ImageArray>(
  image: I,
  imageShape: readonly number[],
  grid: Float32Array,
  gridShape: readonly number[],
  attrs: SampleAttrs,
): I | Float32Array {
  const shape = cropsShape(imageShape, gridShape[0], gridShape.slice(1, -1), attrs.dataFormat);
  const call = createCall(imageShape, shape, attrs);
  return forward(image, gridPoints(grid, gridShape, call, attrs.alignCorners), call);
}

/** The gradient of {@link gridSample} by the image, from dy laid out like the crops. */
export function gridSampleGradImage(
  dy: Float32Array,
  dyShape: readonly number[],
  grid: Float32Array,
  gridShape: readonly number[],
  attrs: ImageGradientAttrs,
): Float32Array {
  const call = createCall(attrs.imageShape, dyShape, attrs);
  return byImage(dy, gridPoints(grid, gridShape, call, attrs.alignCorners), call);
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
  const call = createCall(imageShape, dyShape, attrs);
  return byPoints(dy, image, gridPoints(grid, gridShape, call, attrs.alignCorners), call);
}
