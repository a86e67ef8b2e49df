import type { Tensor, Tensor4D, Tensor5D } from '@tensorflow/tfjs-core';
import type { Capabilities } from '../backend/capabilities.js';
import { currentCropBackend } from '../backend/current-backend.js';
import type { AffineSampleAttrs } from '../backend/kernels.js';
import { runPerspectiveKernel } from '../backend/perspective-gradients.js';
import { requireSupported } from '../backend/require-supported.js';
import { runCropKernel } from '../backend/run-kernel.js';
import type { Size2D, Size3D } from '../inputs/argument-types.js';
import { resolveImageIndex } from '../inputs/image-index.js';
import { type PeerRules, underRules } from '../inputs/peer-rules.js';
import { readSize } from '../inputs/read-size.js';
import {
  type CropOptions,
  type LaterOptions,
  type ResolvedCropOptions,
  resolveCropOptions,
} from '../inputs/sample-options.js';
import { requireTrailingShape } from '../inputs/tensor-input.js';
import { filled } from './channel-fill.js';
import type { Sampler } from './inside-weight.js';
import { perImage } from './per-image.js';

/** What a call of a sampling op is made under: its name, the current backend, and its options, checked. */
export interface SamplingContext {
  op: string;
  tfBackend: string;
  capabilities: Capabilities;
  attrs: ResolvedCropOptions;
  /** As they were given; they are checked once the images and the crops are counted. */
  later: LaterOptions;
}

/** Checks what can be checked before the tensors are looked at: that there is a backend, and the options. */
export function samplingContext(op: string, options: CropOptions, rules: PeerRules = {}): SamplingContext {
  const attrs = resolveCropOptions(op, options);
  const { tfBackend, capabilities } = currentCropBackend(op);
  return { op, tfBackend, capabilities, attrs: underRules(attrs, rules), later: attrs };
}

/** The checked way from an image and an affine theta to crops, which `crop` shares under its own name. */
export function sampleThroughAffine(
  context: SamplingContext,
  image: Tensor,
  theta: Tensor,
  size: Size2D | Size3D,
): Tensor4D | Tensor5D {
  const dimensions = image.rank === 4 ? 2 : 3;
  requireTrailingShape(context.op, 'theta', theta, [dimensions, dimensions + 1], `as the image is ${dimensions}-D`);
  const sample: Sampler<AffineSampleAttrs> = (pixels, thetas, attrs) =>
    runCropKernel('AffineSample', { image: pixels, theta: thetas }, attrs);
  return sampleThrough('affine', sample, context, image, theta, size) as Tensor4D | Tensor5D;
}

/** The checked way from an image and a perspective theta to crops, which `cropQuads` shares under its own name. */
export function sampleThroughPerspective(
  context: SamplingContext,
  image: Tensor,
  theta: Tensor,
  size: Size2D,
): Tensor4D {
  const sample: Sampler<AffineSampleAttrs> = (pixels, thetas, attrs) =>
    runPerspectiveKernel('PerspectiveSample', { image: pixels, theta: thetas }, attrs);
  return sampleThrough('perspective', sample, context, image, theta, size) as Tensor4D;
}

function sampleThrough(
  points: 'affine' | 'perspective',
  sample: Sampler<AffineSampleAttrs>,
  { op, tfBackend, capabilities, attrs, later: { imageIndex, channelFill } }: SamplingContext,
  image: Tensor,
  theta: Tensor,
  size: Size2D | Size3D,
): Tensor {
  const dimensions = image.rank === 4 ? 2 : 3;
  const $size = readSize(op, 'size', size, dimensions, 0);
  const { mode, paddingMode, antialias } = attrs;
  requireSupported(op, tfBackend, capabilities, { mode, paddingMode, dimensions, points, antialias });
  const $theta = perImage(op, theta, image.shape[0], imageIndex);
  // Spelled out: engines take as long for a spread as for all of the checks.
  const sampled = {
    mode,
    paddingMode,
    alignCorners: attrs.alignCorners,
    dataFormat: attrs.dataFormat,
    fillValue: attrs.fillValue,
    cutoff: attrs.cutoff,
    rounding: attrs.rounding,
    cubicCoefficient: attrs.cubicCoefficient,
    antialias,
    imageIndex: resolveImageIndex(op, imageIndex, $theta.shape[0], image.shape[0], capabilities),
    size: $size,
  };
  return filled(op, channelFill, image, $theta, sampled, sample);
}
