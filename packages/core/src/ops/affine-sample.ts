import { type Tensor, type Tensor4D, type Tensor5D, tidy } from '@tensorflow/tfjs-core';
import type { Capabilities } from '../backend/capabilities.js';
import { currentCropBackend } from '../backend/current-backend.js';
import { requireSupported } from '../backend/require-supported.js';
import { runCropKernel } from '../backend/run-kernel.js';
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
import { resolveImageIndex } from '../inputs/image-index.js';
import { type ResolvedSampleOptions, resolveSampleOptions, type SampleOptions } from '../inputs/options.js';
import { readImage } from '../inputs/read-image.js';
import { readSize } from '../inputs/read-size.js';
import { readTheta } from '../inputs/read-theta.js';
import { requireTrailingShape } from '../inputs/tensor-input.js';
import { perImage } from './per-image.js';

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
  options?: SampleOptions | Widened<O>,
): Outputs[SpatialAxes<I> & SpatialAxes<S>];
export function affineSample(
  image: Input4D | Input5D,
  theta: ThetaInput,
  size: Size2D | Size3D,
  options: SampleOptions = {},
): Tensor4D | Tensor5D {
  return tidy(() => {
    const op = 'affineSample';
    const context = samplingContext(op, options);
    const $image = readImage(op, image, context.attrs.dataFormat);
    return sampleThroughTheta(context, $image, readTheta(op, 'theta', theta, $image.rank === 4 ? 2 : 3), size);
  });
}

/** What a call of a sampling op is made under: its name, the current backend, and its options, checked. */
export interface SamplingContext {
  op: string;
  tfBackend: string;
  capabilities: Capabilities;
  attrs: ResolvedSampleOptions;
  /** As it was given; {@link resolveImageIndex} checks it once the crops are counted. */
  imageIndex: unknown;
}

/** Checks what can be checked before the tensors are looked at: that there is a backend, and the options. */
export function samplingContext(op: string, options: SampleOptions): SamplingContext {
  const attrs = resolveSampleOptions(op, options);
  const { tfBackend, capabilities } = currentCropBackend(op);
  return { op, tfBackend, capabilities, attrs, imageIndex: attrs.imageIndex };
}

/** The checked way from an image and a theta to crops, which `crop` shares under its own name. */
export function sampleThroughTheta(
  { op, tfBackend, capabilities, attrs, imageIndex }: SamplingContext,
  image: Tensor,
  theta: Tensor,
  size: Size2D | Size3D,
): Tensor4D | Tensor5D {
  const dimensions = image.rank === 4 ? 2 : 3;
  requireTrailingShape(op, 'theta', theta, [dimensions, dimensions + 1], `as the image is ${dimensions}-D`);
  const $size = readSize(op, 'size', size, dimensions, 0);
  const { mode, paddingMode, alignCorners, dataFormat, fillValue } = attrs;
  requireSupported(op, tfBackend, capabilities, { mode, paddingMode, dimensions, points: 'affine' });
  const $theta = perImage(op, theta, image.shape[0], imageIndex);
  const $imageIndex = resolveImageIndex(op, imageIndex, $theta.shape[0], image.shape[0], capabilities);
  // Spelled out: engines take as long for a spread as for all of the checks.
  const sampled = { mode, paddingMode, alignCorners, dataFormat, fillValue, imageIndex: $imageIndex, size: $size };
  return runCropKernel('AffineSample', { image, theta: $theta }, sampled) as Tensor4D | Tensor5D;
}
