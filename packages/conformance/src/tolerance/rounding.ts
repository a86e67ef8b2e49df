import type { SampleCase } from '../case.js';
import type { AxisCandidates } from './candidates.js';
import { MODE_TRAITS } from './mode-traits.js';
import type { Precision } from './precision.js';

/** How far rounding may take a value, for pixels of magnitude 1. */
export function rounding(c: SampleCase, candidates: readonly AxisCandidates[], { unit }: Precision): number {
  return MODE_TRAITS[c.options.mode].roundings * unit + bend(c, candidates);
}

/** How far the value may bend between its candidates, for pixels of magnitude 1. */
export function bend(c: SampleCase, candidates: readonly AxisCandidates[]): number {
  return MODE_TRAITS[c.options.mode].bend * candidates.reduce((sum, { error }) => sum + error * error, 0);
}

/** The largest magnitude that a case can read anywhere. */
export function largestPixel(c: SampleCase): number {
  let largest = Math.abs(c.options.fillValue ?? 0);
  for (let i = 0; i < c.image.data.length; i++) largest = Math.max(largest, Math.abs(c.image.data[i]));
  return largest;
}
