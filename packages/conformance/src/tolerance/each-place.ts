import { coordinateError } from '../oracle/coordinate-error.js';
import type { Points } from '../oracle/points.js';
import type { Precision } from './precision.js';

/**
 * Calls back for every output pixel, as the oracle's `eachPoint` does, but with the points that rounding may keep from
 * being cut off; their candidates know that they may be.
 */
export function eachPlace(
  points: Points,
  precision: Precision,
  visit: (n: number, s: number, place: readonly number[] | undefined) => void,
): void {
  for (let n = 0; n < points.crops; n++) {
    for (let s = 0; s < points.perCrop; s++) {
      const place = points.placeAt(n, s);
      const isGone = place?.some((x, k) => distanceIn(x, k, points) < -errorAt(x, n, s, k, points, precision));
      visit(n, s, isGone ? undefined : place);
    }
  }
}

/** Whether coordinate k of such a point is within rounding of the cutoff, so that it may be cut off. */
export function mayBeCut(x: number, n: number, s: number, k: number, points: Points, precision: Precision): boolean {
  const error = errorAt(x, n, s, k, points, precision);
  return error > 0 && distanceIn(x, k, points) <= error;
}

/** How far a coordinate lies inside of the cutoff, in pixels; below 0 outside of it. */
function distanceIn(x: number, k: number, { axes, cutoff }: Points): number {
  return Math.min(x + cutoff, axes[k].size - 1 + cutoff - x);
}

function errorAt(
  x: number,
  n: number,
  s: number,
  k: number,
  points: Points,
  { unit, exactCoordinates }: Precision,
): number {
  return exactCoordinates || points.cutoff === Number.POSITIVE_INFINITY ? 0 : coordinateError(x, n, s, k, points, unit);
}
