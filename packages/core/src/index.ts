/**
 * Differentiable image cropping for TensorFlow.js: box → theta → grid → sample, with gradients to the image and the box.
 * Import a backend, too, e.g. `@cropgrad/backend-cpu`: it has the kernels. The contract for people who write a backend is in
 * `@cropgrad/core/backend`.
 *
 * @packageDocumentation
 */

export { registerCropBackend } from './backend/register.js';
export { CropError, type CropErrorCode, type CropErrorParts } from './errors.js';
export type {
  BoxesInput,
  ControlInput,
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
  TargetInput,
  ThetaInput,
  Widened,
} from './inputs/argument-types.js';
export {
  BOX_FORMATS,
  type BoxFormat,
  type BoxOptions,
  type CubicCoefficient,
  DATA_FORMATS,
  type DataFormat,
  type GridOptions,
  MODES,
  type Mode,
  OUTSIDES,
  type Outside,
  PADDING_MODES,
  type PaddingMode,
  type PixelMapOptions,
  type SplineOptions,
} from './inputs/options.js';
export type { CropOptions, PasteOptions, SampleOptions } from './inputs/sample-options.js';
export { affineGrid } from './ops/affine-grid.js';
export { affineSample } from './ops/affine-sample.js';
export { boxToTheta } from './ops/box.js';
export { boxesFromPixels, boxesToPixels } from './ops/boxes-in-pixels.js';
export { boxesFromUnit, boxesToUnit } from './ops/boxes-in-unit.js';
export { composeTheta } from './ops/compose-theta.js';
export { coverage } from './ops/coverage.js';
export { crop } from './ops/crop.js';
export { cropQuads } from './ops/crop-quads.js';
export { enlargeBoxes } from './ops/enlarge-boxes.js';
export { flowGrid } from './ops/flow-grid.js';
export { gridSample } from './ops/grid-sample.js';
export { gridSampleJvp } from './ops/grid-sample-jvp.js';
export { invertTheta } from './ops/invert-theta.js';
export { letterboxBoxes, squareBoxes } from './ops/letterbox-boxes.js';
export { pasteCrop } from './ops/paste-crop.js';
export { perspectiveGrid } from './ops/perspective-grid.js';
export { perspectiveSample } from './ops/perspective-sample.js';
export { quadToTheta } from './ops/quad.js';
export { rotatedBoxToTheta } from './ops/rotated-box.js';
export { thetaFromPixels, thetaToPixels } from './ops/theta-in-pixels.js';
export { tpsGrid } from './ops/tps/tps-grid.js';
export { transformPoints } from './ops/transform-points.js';
