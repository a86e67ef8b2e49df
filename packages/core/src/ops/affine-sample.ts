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
 * {@link gridSample} within float32 rounding, and closer to the truth: coordinates go straight to pixels, so that the
 * identity gives back a finite image bit for bit. Differentiable in image and theta; second derivatives as
 * {@link gridSample} has them, by way of a grid.
 * Different from PyTorch as {@link gridSample} is; a theta with a non-finite entry gives `fillValue` everywhere.
 * Throws what {@link gridSample} throws.
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
