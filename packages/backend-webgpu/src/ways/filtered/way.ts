import type { Way } from '../way.js';
import { gatherFilteredKernel } from './gather.js';
import { scatterFilteredKernel } from './scatter.js';
import { slopeFilteredKernel } from './slope.js';

/**
 * The way of what is antialiased: an output reads every pixel within its filter's reach, as many as there are. Its taps are
 * computed as they are read, so that no list is in memory, and no text depends on how many there are.
 */
export const FILTERED: Way = {
  gather: gatherFilteredKernel,
  scatter: scatterFilteredKernel,
  slope: slopeFilteredKernel,
  // Of an image that repeats, the taps of all laps are one.
  termsPerPixel: () => 1,
};
