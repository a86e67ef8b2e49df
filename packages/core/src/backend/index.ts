/**
 * The contract between core and its backends, for those who write one. A backend is plain data: see {@link CropBackend};
 * {@link registerCropBackend} makes it run, and `@cropgrad/conformance` says whether it is right.
 *
 * @packageDocumentation
 */

export { CropError, type CropErrorCode, type CropErrorParts } from '../errors.js';
export { describeValue } from '../inputs/describe-value.js';
export type { CubicCoefficient, DataFormat, Mode, PaddingMode, Rounding } from '../inputs/options.js';
export type { PeerRules } from '../inputs/peer-rules.js';
export { readSize } from '../inputs/read-size.js';
export { checkCropOptions, type ResolvedSampleOptions } from '../inputs/sample-options.js';
export { affineSampleWith } from '../ops/affine-sample.js';
export { gridSampleWith } from '../ops/grid-sample.js';
export type { CropBackend } from './backend.js';
export { writeBoxGradients, writeThetas } from './box-values.js';
export type { Capabilities, ImageDtype, Points, Sampling } from './capabilities.js';
export { capabilitiesOf } from './complete-backend.js';
export { CONTRACT, KERNEL_PREFIX } from './contract.js';
export {
  type AffineGridAttrs,
  type AffineImageGradientAttrs,
  type AffinePointGradientAttrs,
  type AffineSampleAttrs,
  BOX_KERNELS,
  type BoxKernelName,
  type CropKernel,
  type CropKernelArgs,
  type CropKernelName,
  type CropKernels,
  FUSED_KERNELS,
  type FusedKernelName,
  type ImageGradientAttrs,
  JVP_KERNELS,
  type JvpKernelName,
  type NoAttrs,
  type OutputSize,
  PERSPECTIVE_KERNELS,
  type PerspectiveKernelName,
  type PointGradientAttrs,
  REQUIRED_KERNELS,
  type RequiredKernelName,
  type SampleAttrs,
  type TangentImageGradientAttrs,
} from './kernels.js';
export { registerCropBackend } from './register.js';
