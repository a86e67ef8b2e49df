import type { AffineImageGradientAttrs, AffineSampleAttrs } from '@cropgrad/core/backend';
import { byImage } from './by-image.js';
import { byPoints } from './by-points.js';
import { createCall } from './call.js';
import { forward } from './forward.js';
import { cropsShape, type ImageArray } from './layout.js';
import { perspectivePoints } from './points/perspective-points.js';

/** Samples an image [N,H,W,C] (laid out as `dataFormat` says) through one perspective theta [3,3] per crop, with no grid. */
export function perspectiveSample<I extends ImageArray>(
  image: I,
  imageShape: readonly number[],
  theta: Float32Array,
  attrs: AffineSampleAttrs,
): I | Float32Array {
  const shape = cropsShape(imageShape, attrs.imageIndex.length, attrs.size, attrs.dataFormat);
  const call = createCall(imageShape, shape, attrs);
  return forward(image, perspectivePoints(theta, call, attrs), call);
}

/** The gradient of {@link perspectiveSample} by the image, from dy laid out like the crops. */
export function perspectiveSampleGradImage(
  dy: Float32Array,
  dyShape: readonly number[],
  theta: Float32Array,
  attrs: AffineImageGradientAttrs,
): Float32Array {
  const call = createCall(attrs.imageShape, dyShape, attrs);
  return byImage(dy, perspectivePoints(theta, call, attrs), call);
}

/** The gradient of {@link perspectiveSample} by theta: all nine entries. */
export function perspectiveSampleGradTheta(
  dy: Float32Array,
  dyShape: readonly number[],
  image: ImageArray,
  imageShape: readonly number[],
  theta: Float32Array,
  attrs: AffineSampleAttrs,
): Float32Array {
  const call = createCall(imageShape, dyShape, attrs);
  return byPoints(dy, image, perspectivePoints(theta, call, attrs), call);
}
