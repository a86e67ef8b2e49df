/**
 * What TensorFlow.js and torchvision have, with gradients to all that it depends on: change one import, and boxes and transforms
 * can be learned. Signatures, defaults and numbers are theirs; where theirs are wrong, they are right here, and the README says so.
 *
 * @packageDocumentation
 */

export { cropAndResize } from './crop-and-resize.js';
export { prRoiPool } from './pr-roi-pool.js';
export type { BoxIndex } from './read-box-index.js';
export { resizeBilinear } from './resize-bilinear.js';
export { roiAlign } from './roi-align.js';
export type { RoiAlignOptions, RoiOptions } from './roi-options.js';
export { type FillMode, type TransformsInput, transform } from './transform.js';
