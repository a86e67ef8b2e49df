import { type Tensor, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import type { Input4D, OrUnranked, OrUnsized, Size2D, ThetaInput, Widened } from '../inputs/argument-types.js';
import { readImage } from '../inputs/read-image.js';
import { readTheta } from '../inputs/read-theta.js';
import type { CropOptions } from '../inputs/sample-options.js';
import { type SamplingContext, sampleThroughPerspective, samplingContext } from './sample-through-theta.js';

/**
 * Reads an image through a perspective map: OpenCV's `warpPerspective` with its matrix in [-1, 1], and with gradients.
 *
 * An image [N,H,W,C], theta [N,3,3] and size [h,w] give [N,h,w,C] (with `dataFormat: 'NCHW'`, channels come second). Equal to
 * {@link perspectiveGrid} then {@link gridSample} within float32 rounding. A theta whose last row is (0, 0, 1) is affine. On
 * backends whose kernels make no grid, it gives the same as {@link affineSample} with the rows above, and the identity gives
 * back a finite image bit for bit. A point behind the camera gives `fillValue` and has no gradient; so do all points of a theta
 * with a non-finite entry. Differentiable in image and theta. Second derivatives are those of {@link gridSample}. It does not
 * take volumes.
 *
 * @param image - [N,H,W,C]; with `dataFormat: 'NCHW'` channels come second
 * @param theta - [N,3,3]
 * @param size - [h,w] of the crops in pixels
 * @returns Crops [N,h,w,C].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `EMPTY_IMAGE`,
 * `INDEX_OUT_OF_RANGE`, `UNSUPPORTED`, `NO_BACKEND` or `OUT_OF_MEMORY`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { perspectiveSample, quadToTheta } from '@cropgrad/core';
 *
 * const image = [[[[0], [1], [2], [3]], [[0], [1], [2], [3]]]];
 * const theta = quadToTheta([[[-0.5, -1], [0.5, -1], [1, 1], [-1, 1]]]); // narrow at its top
 * const crops = perspectiveSample(image, theta, [2, 2]);
 * console.log(Array.from(await crops.data(), (x) => x.toFixed(2)).join(' ')); // 0.73 1.63 0.70 2.30
 * ```
 * @pytorch None. By hand, with {@link perspectiveGrid} as a grid for `F.grid_sample`.
 * `kornia.geometry.warp_perspective` takes a matrix in pixels: see {@link thetaFromPixels}.
 * @see {@link cropQuads} takes corners; {@link affineSample} takes affine maps.
 * @guide straighten-a-page
 */
export function perspectiveSample<I, T, S extends readonly number[], O>(
  image: OrUnranked<Input4D, I>,
  theta: OrUnranked<ThetaInput, T>,
  size: OrUnsized<Size2D, S>,
  options?: CropOptions | Widened<O, CropOptions>,
): Tensor4D;
export function perspectiveSample(
  image: Input4D,
  theta: ThetaInput,
  size: Size2D,
  options: CropOptions = {},
): Tensor4D {
  return tidy(() => {
    const op = 'perspectiveSample';
    const context = samplingContext(op, options);
    const $image = readFlatImage(context, image);
    return sampleThroughPerspective(context, $image, readTheta(op, 'theta', theta, 2, 'perspective'), size);
  });
}

/** Reads an image that is no volume. */
export function readFlatImage({ op, attrs }: SamplingContext, image: unknown): Tensor {
  const read = readImage(op, image, attrs.dataFormat);
  if (read.rank === 4) return read;
  throw new CropError('INVALID_RANK', {
    what: `${op}: image`,
    got: `shape [${read.shape}]`,
    expected: 'an image, which has 4 axes',
    next: 'Perspective is for images; sample volumes with affineSample, or at a grid with gridSample',
  });
}
