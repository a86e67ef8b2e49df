import { type FilteredTap, filteredTaps } from '../../oracle/antialias/taps.js';
import type { Points } from '../../oracle/points.js';
import { footprintRange } from './footprint.js';

/** The taps that rounding may lead to, and the error of the coordinate in output pixels. */
export interface FilteredChoices {
  readonly error: number;
  readonly choices: readonly (readonly FilteredTap[])[];
}

/**
 * The taps of coordinate x along axis k, which is off by at most so many pixels, for the shortest and the longest output
 * pixel: at both ends, between them, and where a multiple of 1/2 lies within, which is the top of a filter or a fold.
 */
export function filteredChoices(
  x: number,
  error: number,
  n: number,
  s: number,
  k: number,
  points: Points,
  unit: number,
): FilteredChoices {
  const { filtering, axes } = points;
  if (!filtering) throw new TypeError('these points are not antialiased');
  const { length } = footprintRange(n, s, k, points, unit);
  const kink = Math.round(2 * x) / 2;
  const hasKink = Math.abs(x - kink) <= error;
  const beside = error / 1024;
  const places = [x - error, x, x + error, ...(hasKink ? [kink - beside, kink, kink + beside] : [])];
  const lengths = length.hi === length.lo ? [length.lo] : [length.lo, length.hi];
  return {
    error: error / length.lo,
    choices: places.flatMap((place) => lengths.map((each) => filteredTaps(place, axes[k], each, filtering))),
  };
}
