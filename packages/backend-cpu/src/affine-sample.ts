import type { AffineImageGradientAttrs, AffineSampleAttrs } from '@cropgrad/core';
import { byImage } from './by-image.js';
import { byPoints } from './by-points.js';
import { forward } from './forward.js';
import { cropsShape, type ImageArray } from './layout.js';
import { affinePoints } from './points/affine-points.js';
import { createSampling } from './sampling.js';

/** Samples an image [N,H,W,C] or volume (laid out as `dataFormat` says) through one theta per crop, with no grid. */
export function affineSample(
  image: ImageArray,
  imageShape: readonly number[],
  theta: Float32Array,
  attrs: AffineSampleAttrs,
): Float32Array {
  const shape = cropsShape(imageShape, attrs.imageIndex.length, attrs.size, attrs.dataFormat);
  const sampling = createSampling(imageShape, shape, attrs);
  return forward(image, affinePoints(theta, sampling, attrs), sampling);
}

/** The gradient of {@link affineSample} by the image, from dy laid out like the crops. */
export function affineSampleGradImage(
  dy: Float32Array,
  dyShape: readonly number[],
  theta: Float32Array,
  attrs: AffineImageGradientAttrs,
): Float32Array {
  const sampling = createSampling(attrs.imageShape, dyShape, attrs);
  return byImage(dy, affinePoints(theta, sampling, attrs), sampling);
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
  const sampling = createSampling(imageShape, dyShape, attrs);
  return byPoints(dy, image, affinePoints(theta, sampling, attrs), sampling);
}
