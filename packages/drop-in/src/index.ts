/**
 * What TensorFlow.js and torchvision have, with gradients to all that it depends on: change one import, and boxes and transforms
 * can be learned. Signatures, defaults and numbers are theirs; where theirs are wrong, they are right here, and the README says so.
 *
 * @packageDocumentation
 */

export { cropAndResize } from './crop-and-resize.js';
export { resizeBilinear } from './resize-bilinear.js';
export { transform } from './transform.js';
