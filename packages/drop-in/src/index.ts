/**
 * Functions of TensorFlow.js and torchvision, with gradients to all their inputs: change one import, and boxes and transforms can be
 * learned. Signatures, defaults and numbers are the same. Where the originals are wrong, these are right; the README lists the cases.
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
