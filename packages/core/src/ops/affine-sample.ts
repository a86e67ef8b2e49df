import { type Tensor4D, type Tensor5D, tidy } from '@tensorflow/tfjs-core';
import type {
  Input4D,
  Input5D,
  OrUnranked,
  OrUnsized,
  Outputs,
  Size2D,
  Size3D,
  Sizes,
  SpatialAxes,
  ThetaInput,
  Widened,
} from '../inputs/argument-types.js';
import type { PeerRules } from '../inputs/peer-rules.js';
import { readImage } from '../inputs/read-image.js';
import { readTheta } from '../inputs/read-theta.js';
import type { CropOptions } from '../inputs/sample-options.js';
import { sampleThroughAffine, samplingContext } from './sample-through-theta.js';

/**
 * Reads an image through an affine map: PyTorch's `affine_grid` then `grid_sample`, fused, with no grid in memory.
 *
 * An image [N,H,W,C], theta [N,2,3] and size [h,w] give [N,h,w,C]; a volume [N,D,H,W,C], theta [N,3,4] and size
 * [d,h,w] give [N,d,h,w,C] (with `dataFormat: 'NCHW'`, channels come second). Equal to {@link affineGrid} then
 * {@link gridSample} within float32 rounding, and more exact: coordinates are not rounded in a grid, so that the
 * identity gives back a finite image bit for bit. Differentiable in image and theta. Second derivatives are those of
 * {@link gridSample}, through a grid.
 * A theta with a non-finite entry gives `fillValue` everywhere.
 *
 * @param image - [N,H,W,C], or [N,D,H,W,C]; with `dataFormat: 'NCHW'` channels come second
 * @param theta - [N,2,3], or [N,3,4] for volumes
 * @param size - [h,w] of the crops in pixels, or [d,h,w]
 * @returns Crops [N,h,w,C], or [N,d,h,w,C].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `EMPTY_IMAGE`,
 * `INDEX_OUT_OF_RANGE`, `UNSUPPORTED`, `NO_BACKEND` or `OUT_OF_MEMORY`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { affineSample } from '@cropgrad/core';
 *
 * const image = [[[[0], [1]], [[2], [3]]]];
 * const theta = [[[-1, 0, 0], [0, 1, 0]]]; // mirrors left and right
 * const mirrored = affineSample(image, theta, [2, 2]);
 * console.log(Array.from(await mirrored.data())); // [ 1, 0, 3, 2 ]
 * ```
 * @pytorch `F.affine_grid`, then `F.grid_sample`
 * ```py
 * grid = F.affine_grid(theta, [N, C, h, w], align_corners=False)
 * crops = F.grid_sample(image, grid, align_corners=False)
 * ```
 * What differs is what {@link gridSample} says.
 * @see {@link boxToTheta}, {@link rotatedBoxToTheta} and {@link thetaFromPixels} make thetas; {@link crop} takes
 * boxes; {@link perspectiveSample} takes perspective maps.
 * @guide coordinates
 * @guide antialias
 * @guide from-pytorch
 */
export function affineSample<I, T, S extends readonly number[], O>(
  image: OrUnranked<Input4D | Input5D, I>,
  theta: OrUnranked<ThetaInput, T>,
  size: OrUnsized<Sizes[SpatialAxes<I>], S>,
  options?: CropOptions | Widened<O, CropOptions>,
): Outputs[SpatialAxes<I> & SpatialAxes<S>];
export function affineSample(
  image: Input4D | Input5D,
  theta: ThetaInput,
  size: Size2D | Size3D,
  options: CropOptions = {},
): Tensor4D | Tensor5D {
  return affineSampleWith(image, theta, size, options, {});
}

/** {@link affineSample} under the rules of another library, for a function that imitates one. */
export function affineSampleWith(
  image: Input4D | Input5D,
  theta: ThetaInput,
  size: Size2D | Size3D,
  options: CropOptions,
  rules: PeerRules,
): Tensor4D | Tensor5D {
  return tidy(() => {
    const op = 'affineSample';
    const context = samplingContext(op, options, rules);
    const $image = readImage(op, image, context.attrs.dataFormat);
    return sampleThroughAffine(context, $image, readTheta(op, 'theta', theta, $image.rank === 4 ? 2 : 3), size);
  });
}
