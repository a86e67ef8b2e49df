import type { AffineImageGradientAttrs, AffineSampleAttrs } from '@cropgrad/core/backend';
import { byImage } from './by-image.js';
import { byPoints } from './by-points.js';
import { createCall } from './call.js';
import { forward } from './forward.js';
import { cropsShape, type ImageArray } from './layout.js';
import { affinePoints } from './points/affine-points.js';
import type { ThetaArray } from './points/theta-axes.js';

/** Samples an image [N,H,W,C] or volume (laid out as `dataFormat` says) through one theta per crop, with no grid. */
export function affineSample<I extends ImageArray>(
  image: I,
  imageShape: readonly number[],
  theta: ThetaArray,
  attrs: AffineSampleAttrs,
): I | Float32Array {
  const shape = cropsShape(imageShape, attrs.imageIndex.length, attrs.size, attrs.dataFormat);
  const call = createCall(imageShape, shape, attrs);
  return forward(image, affinePoints(theta, call, attrs), call);
}

/** The gradient of {@link affineSample} by the image, from dy laid out like the crops. */
export function affineSampleGradImage(
  dy: Float32Array,
  dyShape: readonly number[],
  theta: Float32Array,
  attrs: AffineImageGradientAttrs,
): Float32Array {
  const call = createCall(attrs.imageShape, dyShape, attrs);
  return byImage(dy, affinePoints(theta, call, attrs), call);
}

/** The gradient of {@link affineSample} by theta: all entries, also those that are 0 in an axis-aligned theta. */
export function affineSampleGradTheta(
  dy: Float32Array,
  dyShape: readonly number[],
  image: ImageArray,
  imageShape: readonly number[],
  theta: Float32Array,
  attrs: AffineSampleAttrs,
): Float32Array {
  const call = createCall(imageShape, dyShape, attrs);
  return byPoints(dy, image, affinePoints(theta, call, attrs), call);
}
