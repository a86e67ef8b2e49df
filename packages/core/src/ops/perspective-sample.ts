import { type Tensor, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import { requireSupported } from '../backend/require-supported.js';
import { runCropKernel } from '../backend/run-kernel.js';
import { CropError } from '../errors.js';
import type { Input4D, OrUnranked, OrUnsized, Size2D, ThetaInput, Widened } from '../inputs/argument-types.js';
import { resolveImageIndex } from '../inputs/image-index.js';
import type { SampleOptions } from '../inputs/options.js';
import { readImage } from '../inputs/read-image.js';
import { readSize } from '../inputs/read-size.js';
import { readTheta } from '../inputs/read-theta.js';
import { type SamplingContext, samplingContext } from './affine-sample.js';
import { perImage } from './per-image.js';

/**
 * Reads an image through a perspective map: OpenCV's `warpPerspective` with its matrix in [-1, 1], and with gradients.
 *
 * An image [N,H,W,C], theta [N,3,3] and size [h,w] give [N,h,w,C] (with `dataFormat: 'NCHW'`, channels come second). Equal to
 * {@link perspectiveGrid} then {@link gridSample} within float32 rounding. A theta whose last row is (0, 0, 1) is the affine
 * one above that row: {@link affineSample} answers the same, and the identity gives back a finite image bit for bit, on
 * backends whose kernels make no grid. What is behind the camera is `fillValue`, as is all of a theta with a non-finite entry,
 * and has no gradient. Differentiable in image and theta; the gradient by the image once more. Volumes have no perspective.
 * Throws what {@link gridSample} throws.
 */
export function perspectiveSample<I, T, S extends readonly number[], O>(
  image: OrUnranked<Input4D, I>,
  theta: OrUnranked<ThetaInput, T>,
  size: OrUnsized<Size2D, S>,
  options?: SampleOptions | Widened<O>,
): Tensor4D;
export function perspectiveSample(
  image: Input4D,
  theta: ThetaInput,
  size: Size2D,
  options: SampleOptions = {},
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

/** The checked way from an image and a perspective theta to crops, which `cropQuads` shares under its own name. */
export function sampleThroughPerspective(
  { op, tfBackend, capabilities, attrs, imageIndex }: SamplingContext,
  image: Tensor,
  theta: Tensor,
  size: Size2D,
): Tensor4D {
  const $size = readSize(op, 'size', size, 2, 0);
  requireSupported(op, tfBackend, capabilities, { ...attrs, dimensions: 2, points: 'perspective' });
  const $theta = perImage(op, theta, image.shape[0], imageIndex);
  const $imageIndex = resolveImageIndex(op, imageIndex, $theta.shape[0], image.shape[0], capabilities);
  const sampled = { ...attrs, imageIndex: $imageIndex, size: $size };
  return runCropKernel('PerspectiveSample', { image, theta: $theta }, sampled) as Tensor4D;
}
