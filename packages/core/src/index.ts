/**
 * Differentiable image cropping for TensorFlow.js: box → theta → grid → sample, with gradients to the image and the box.
 * Import a backend, e.g. `@cropgrad/backend-cpu`, next to it: the kernels live there. Who writes one finds the contract in
 * `@cropgrad/core/backend`.
 *
 * @packageDocumentation
 */

export { registerCropBackend } from './backend/register.js';
export { CropError, type CropErrorCode, type CropErrorParts } from './errors.js';
export type {
  BoxesInput,
  Grids,
  Input4D,
  Input5D,
  OrUnranked,
  OrUnsized,
  Outputs,
  PointsInput,
  QuadsInput,
  Size2D,
  Size3D,
  Sizes,
  SpatialAxes,
  ThetaInput,
  Widened,
} from './inputs/argument-types.js';
export {
  DATA_FORMATS,
  type DataFormat,
  type GridOptions,
  MODES,
  type Mode,
  PADDING_MODES,
  type PaddingMode,
  type SampleOptions,
} from './inputs/options.js';
export { affineGrid } from './ops/affine-grid.js';
export { affineSample } from './ops/affine-sample.js';
export { boxesFromPixels, boxToTheta } from './ops/box.js';
export { composeTheta } from './ops/compose-theta.js';
export { crop } from './ops/crop.js';
export { cropQuads } from './ops/crop-quads.js';
export { gridSample } from './ops/grid-sample.js';
export { invertTheta } from './ops/invert-theta.js';
export { perspectiveGrid } from './ops/perspective-grid.js';
export { perspectiveSample } from './ops/perspective-sample.js';
export { quadToTheta } from './ops/quad.js';
export { rotatedBoxToTheta } from './ops/rotated-box.js';
export { transformPoints } from './ops/transform-points.js';
