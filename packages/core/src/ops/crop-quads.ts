import { type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import type { Input4D, OrUnranked, OrUnsized, QuadsInput, Size2D, Widened } from '../inputs/argument-types.js';
import type { CropOptions } from '../inputs/sample-options.js';
import { readFlatImage } from './perspective-sample.js';
import { thetaOfQuads } from './quad.js';
import { sampleThroughPerspective, samplingContext } from './sample-through-theta.js';

/**
 * Crops quadrilaterals out of images and straightens each to a rectangle of `size`, with gradients to the images and to the
 * corners.
 *
 * An image [N,H,W,C], quads [N,4,2] and size [h,w] give [N,h,w,C] (with `dataFormat: 'NCHW'`, channels come second). One
 * image serves all quads, and one quad all images; no quads, `[]`, give no crops. Corners are normalised as
 * {@link quadToTheta} says. The same as `perspectiveSample(image, quadToTheta(quads), size, options)`. In OpenCV:
 * `getPerspectiveTransform`, then `warpPerspective`.
 * It antialiases only where `antialias` says so.
 * Throws what {@link perspectiveSample} throws.
 */
export function cropQuads<I, Q, S extends readonly number[], O>(
  image: OrUnranked<Input4D, I>,
  quads: OrUnranked<QuadsInput, Q>,
  size: OrUnsized<Size2D, S>,
  options?: CropOptions | Widened<O, CropOptions>,
): Tensor4D;
export function cropQuads(image: Input4D, quads: QuadsInput, size: Size2D, options: CropOptions = {}): Tensor4D {
  return tidy(() => {
    const op = 'cropQuads';
    const context = samplingContext(op, options);
    const $image = readFlatImage(context, image);
    return sampleThroughPerspective(context, $image, thetaOfQuads(op, quads), size);
  });
}
