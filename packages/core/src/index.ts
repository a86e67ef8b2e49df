/**
 * Differentiable image cropping for TensorFlow.js: box → theta → grid → sample, with gradients to the image and the box.
 * Import a backend, e.g. `@cropgrad/backend-cpu`, next to it: the kernels live there.
 *
 * @packageDocumentation
 */
export { affineGrid } from './affine-grid.js';
export { affineSample } from './affine-sample.js';
export { type CropBackend, registerCropBackend } from './backend.js';
export { boxesFromPixels, boxToTheta } from './box.js';
export type { Capabilities, ImageDtype } from './capabilities.js';
export { crop } from './crop.js';
export { CropError, type CropErrorCode, type CropErrorParts } from './errors.js';
export { gridSample } from './grid-sample.js';
export type {
  BoxesInput,
  Grids,
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
} from './inputs.js';
export {
  type AffineImageGradientAttrs,
  type AffineSampleAttrs,
  type CropKernel,
  type CropKernelArgs,
  type CropKernelName,
  type CropKernels,
  FUSED_KERNELS,
  type FusedKernelName,
  type ImageGradientAttrs,
  KERNEL_PREFIX,
  type OutputSize,
  REQUIRED_KERNELS,
  type RequiredKernelName,
  type SampleAttrs,
} from './kernels.js';
export {
  DATA_FORMATS,
  type DataFormat,
  type GridOptions,
  MODES,
  type Mode,
  PADDING_MODES,
  type PaddingMode,
  type ResolvedSampleOptions,
  type SampleOptions,
} from './options.js';
export { rotatedBoxToTheta } from './rotated-box.js';
export { composeTheta, invertTheta } from './theta.js';
