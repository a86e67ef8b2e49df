import type { PointGradientAttrs, TangentImageGradientAttrs } from '@cropgrad/core/backend';
import { byImage } from './by-image.js';
import { byPoints } from './by-points.js';
import { createCall } from './call.js';
import { forward } from './forward.js';
import { cropsShape, type ImageArray } from './layout.js';
import { gridPoints } from './points/grid-points.js';
import { tangentWay } from './ways/tangent/way.js';

/** A grid, and the tangent of the same shape that its points move along. */
export interface MovingGrid {
  grid: Float32Array;
  tangent: Float32Array;
  shape: readonly number[];
}

/** The derivative of {@link gridSample} by the grid along a tangent, laid out like the crops. */
export function gridSampleJvp<I extends ImageArray>(
  image: I,
  imageShape: readonly number[],
  { grid, tangent, shape }: MovingGrid,
  attrs: PointGradientAttrs,
): I | Float32Array {
  const crops = cropsShape(imageShape, shape[0], shape.slice(1, -1), attrs.dataFormat);
  const call = createCall(imageShape, crops, attrs);
  return forward(image, gridPoints(grid, shape, call, attrs.alignCorners), call, [tangentWay(tangent)]);
}

/** The gradient of {@link gridSampleJvp} by the image, from dy laid out like the crops. */
export function gridSampleJvpGradImage(
  dy: Float32Array,
  dyShape: readonly number[],
  { grid, tangent, shape }: MovingGrid,
  attrs: TangentImageGradientAttrs,
): Float32Array {
  const call = createCall(attrs.imageShape, dyShape, attrs);
  return byImage(dy, gridPoints(grid, shape, call, attrs.alignCorners), call, [tangentWay(tangent)]);
}

/** The gradient of {@link gridSampleJvp} by the grid, in the grid's shape. */
export function gridSampleJvpGradGrid(
  dy: Float32Array,
  dyShape: readonly number[],
  image: ImageArray,
  imageShape: readonly number[],
  { grid, tangent, shape }: MovingGrid,
  attrs: PointGradientAttrs,
): Float32Array {
  const call = createCall(imageShape, dyShape, attrs);
  return byPoints(dy, image, gridPoints(grid, shape, call, attrs.alignCorners), call, [tangentWay(tangent)]);
}
