import type { SampleCase } from '../case.js';
import type { AxisCandidates } from './candidates.js';
import type { Precision } from './precision.js';

/** Roundings on the way to a value, in units of the last place of the largest pixel. */
export const ROUNDINGS = { nearest: 1, bilinear: 8, bicubic: 48 } as const;

/** Bounds on the sum of an axis's weights, and of its slopes, without their signs. */
export const LARGEST_SUMS = {
  nearest: { weights: 1, slopes: 0 },
  bilinear: { weights: 1, slopes: 2 },
  bicubic: { weights: 1.5, slopes: 4 },
} as const;

/** How far rounding may take a value, for pixels of magnitude 1. */
export function rounding(c: SampleCase, candidates: readonly AxisCandidates[], { unit }: Precision): number {
  return ROUNDINGS[c.options.mode] * unit + bend(c, candidates);
}

/** How far a cubic may bend between its candidates, for pixels of magnitude 1. */
export function bend(c: SampleCase, candidates: readonly AxisCandidates[]): number {
  return c.options.mode === 'bicubic' ? 4 * candidates.reduce((sum, { error }) => sum + error * error, 0) : 0;
}

/** The largest magnitude that a case can read anywhere. */
export function largestPixel(c: SampleCase): number {
  let largest = Math.abs(c.options.fillValue ?? 0);
  for (let i = 0; i < c.image.data.length; i++) largest = Math.max(largest, Math.abs(c.image.data[i]));
  return largest;
}
