import { SAMPLING_MODES } from '../../axis/modes.js';
import type { Variant } from '../../sampling.js';
import type { Way } from '../way.js';
import { gatherKernel } from './gather.js';
import { scatterKernel } from './scatter.js';
import { slopeKernel } from './slope.js';

/** Every tap of a point may read the same pixel. */
export function allTaps({ mode, dimensions }: Variant): number {
  return SAMPLING_MODES[mode].taps ** dimensions;
}

/** The way of all points: their taps are multiplied out. */
export const TAPS: Way = {
  gather: gatherKernel,
  scatter: scatterKernel,
  slope: slopeKernel,
  termsPerPixel: allTaps,
};
