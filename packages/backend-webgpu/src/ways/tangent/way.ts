import { allTaps } from '../taps/way.js';
import type { Way } from '../way.js';
import { gatherMovingKernel } from './gather.js';
import { scatterMovingKernel } from './scatter.js';
import { slopeMovingKernel } from './slope.js';

/**
 * The way of points of a grid that move along a tangent of the same shape: the taps are those of `taps`, with each weight's
 * derivative along the tangent in place of the weight.
 */
export const TANGENT: Way = {
  gather: gatherMovingKernel,
  scatter: scatterMovingKernel,
  slope: slopeMovingKernel,
  termsPerPixel: allTaps,
};
