/**
 * The kernels on typed arrays, for people without tfjs: shapes and arrays in, a new array out. They trust their
 * arguments; the checks are in @cropgrad/core. Images and results must have fewer than 2^30 values, as core demands of
 * results: with 2^31, places in an image no longer fit the int32 that they are kept in, and engines that have room for a
 * result of 2^32 fill it for minutes.
 *
 * @packageDocumentation
 */
export { affineGrid, affineGridGradTheta } from './affine-grid.js';
export { affineSample, affineSampleGradImage, affineSampleGradTheta } from './affine-sample.js';
export { gridSample, gridSampleGradGrid, gridSampleGradImage } from './grid-sample.js';
export type { ImageArray } from './layout.js';
export { perspectiveGrid, perspectiveGridGradTheta } from './perspective-grid.js';
export { perspectiveSample, perspectiveSampleGradImage, perspectiveSampleGradTheta } from './perspective-sample.js';
export type { ThetaArray } from './points/theta-axes.js';
