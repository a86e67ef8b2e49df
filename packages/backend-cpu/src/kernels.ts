/**
 * The kernels on typed arrays, for people without tfjs: shapes and arrays in, a new array out. They trust their
 * arguments; the checks are in @cropgrad/core.
 *
 * @packageDocumentation
 */
export { affineGrid, affineGridGradTheta } from './affine-grid.js';
export { affineSample, affineSampleGradImage, affineSampleGradTheta } from './affine-sample.js';
export { gridSample, gridSampleGradGrid, gridSampleGradImage } from './grid-sample.js';
export type { ImageArray } from './layout.js';
