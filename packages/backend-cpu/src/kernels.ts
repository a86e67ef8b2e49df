/**
 * The kernels on typed arrays, for use without tfjs: they take shapes and arrays, and give a new array. They do not check
 * their arguments; @cropgrad/core does. Images and results must have fewer than 2^30 values. Core demands this of results. With
 * 2^31 values, a place in an image no longer fits into an int32; and engines with memory for a result of 2^32 values take
 * minutes to fill it.
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
