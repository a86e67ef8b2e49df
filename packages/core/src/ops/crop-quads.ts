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
 * An image [N,H,W,C], quads [N,4,2] and size [h,w] give [N,h,w,C] (with `dataFormat: 'NCHW'`, channels come second). All
 * quads may read one image, and one quad may read all images; no quads, `[]`, give no crops. Corners are normalised as
 * {@link quadToTheta} says. The same as `perspectiveSample(image, quadToTheta(quads), size, options)`. In OpenCV:
 * `getPerspectiveTransform`, then `warpPerspective`.
 * It antialiases only with the option `antialias`.
 *
 * @param image - [N,H,W,C]; with `dataFormat: 'NCHW'` channels come second
 * @param quads - [N,4,2], the corners (x, y) from -1 to 1: top left, top right, bottom right, bottom left
 * @param size - [h,w] of the crops in pixels
 * @returns Crops [N,h,w,C].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `EMPTY_IMAGE`,
 * `INDEX_OUT_OF_RANGE`, `UNSUPPORTED`, `NO_BACKEND` or `OUT_OF_MEMORY`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { cropQuads } from '@cropgrad/core';
 *
 * const image = [[[[0], [1]], [[2], [3]]]];
 * const quads = [[[1, -1], [1, 1], [-1, 1], [-1, -1]]]; // begins at the top right: turns the image left
 * const crops = cropQuads(image, quads, [2, 2]);
 * console.log(Array.from(await crops.data())); // [ 1, 3, 0, 2 ]
 * ```
 * @pytorch None. `kornia.geometry.crop_and_resize(image, quads, (h, w))` has corners in pixels.
 * @see The steps one by one: {@link quadToTheta}, {@link perspectiveGrid}, {@link gridSample}. {@link crop} takes
 * boxes.
 * @guide straighten-a-page
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
