import { jacobianAt, stepsOf } from '../../oracle/antialias/footprint.js';
import type { Points } from '../../oracle/points.js';
import { around, type Interval, magnitude, plus, times } from '../interval.js';

/** A footprint whose numbers are rounded. */
export interface FootprintRange {
  readonly length: Interval;
  /** By the Jacobian's entries; with 0 where rounding may make the length 1. */
  readonly byJacobian: readonly Interval[];
}

/** What rounding may make of the footprint of output pixel s of crop n along axis k. */
export function footprintRange(n: number, s: number, k: number, points: Points, unit: number): FootprintRange {
  const steps = stepsOf(k, points);
  const moves = jacobianRanges(n, s, k, points, unit).map((entry, j) => times(entry, around(steps[j])));
  const length = widened(lengthOf(moves), 4 * unit);
  const inverse = { lo: 1 / Math.max(1, length.hi), hi: 1 / Math.max(1, length.lo) };
  return {
    length: { lo: Math.max(1, length.lo), hi: Math.max(1, length.hi) },
    byJacobian: moves.map((move, j) => {
      if (length.hi <= 1) return around(0);
      const slope = widened(times(times(move, inverse), around(steps[j])), 4 * unit);
      return length.lo > 1 ? slope : { lo: Math.min(0, slope.lo), hi: Math.max(0, slope.hi) };
    }),
  };
}

/** What rounding may make of the Jacobian: theta's own entries, or in perspective (theta_kj - p_k theta_2j) / W. */
export function jacobianRanges(n: number, s: number, k: number, points: Points, unit: number): Interval[] {
  const view = points.views?.[n];
  const exact = jacobianAt(n, s, k, points);
  if (!view) return exact.map((entry) => around(entry, 4 * unit * Math.abs(entry)));
  const { depth, point } = projectionRange(n, s, points, unit);
  return exact.map((_, j) => {
    const [along, last] = [view.rows[k][j], view.rows[2][j]];
    const moved = plus(around(along), times(point[k], around(-last)));
    const rounded = 4 * unit * (Math.abs(along) + magnitude(point[k]) * Math.abs(last));
    return times({ lo: moved.lo - rounded, hi: moved.hi + rounded }, { lo: 1 / depth.hi, hi: 1 / depth.lo });
  });
}

/** What rounding may make of W, turned to the front, and of the point (X, Y) / W. */
export function projectionRange(
  n: number,
  s: number,
  { views }: Points,
  unit: number,
): { depth: Interval; point: Interval[] } {
  const view = views?.[n];
  const point = view?.project(s);
  if (!view || !point) throw new TypeError('only a point in front of the camera is projected');
  const w = view.depth(s);
  const terms = view.rows[2].reduce((sum, entry) => sum + Math.abs(entry), 0);
  // What is nearer to the camera than its rounding is in front of it all the same.
  const error = Math.min(8 * unit * terms, w / 2);
  return {
    depth: around(w, error),
    point: point.map((x, k) => around(x, unit * (4 * (Math.abs(x) + 2) + 8 * view.terms(s, k)))),
  };
}

function lengthOf(moves: readonly Interval[]): Interval {
  const least = ({ lo, hi }: Interval): number => (lo <= 0 && hi >= 0 ? 0 : Math.min(Math.abs(lo), Math.abs(hi)));
  return { lo: Math.hypot(...moves.map(least)), hi: Math.hypot(...moves.map(magnitude)) };
}

function widened(interval: Interval, part: number): Interval {
  const slack = part * magnitude(interval);
  return { lo: interval.lo - slack, hi: interval.hi + slack };
}
