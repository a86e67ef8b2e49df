import type { PerspectiveSampleCase } from '../case.js';
import { pointsOf } from '../oracle/points.js';
import type { View } from '../oracle/view.js';
import { ANYTHING, around, type Interval, magnitude, times } from './interval.js';
import type { Precision } from './precision.js';

/** Float32 arithmetic may overflow on the way to sums of more than this. */
const MAY_OVERFLOW = 1e37;

/**
 * What every entry of a perspective theta's gradient may be, given the intervals of the grid's: the nine sums, whose terms
 * may be off by what rounding does to W and to the point, with n + 8 roundings where n outputs are summed.
 */
export function perspectiveGradientIntervals(
  dgrid: readonly Interval[],
  c: PerspectiveSampleCase,
  precision: Precision,
): Interval[] {
  const { views = [], perCrop } = pointsOf(c);
  return views.flatMap((view, n) => entriesOf(view, dgrid.slice(2 * n * perCrop, 2 * (n + 1) * perCrop), precision));
}

function entriesOf(view: View, dgrid: readonly Interval[], { unit }: Precision): Interval[] {
  const sums = Array.from({ length: 9 }, () => ({ lo: 0, hi: 0, mass: 0 }));
  for (const [s, base] of view.bases.entries()) {
    const point = view.project(s);
    if (!point) continue;
    for (const [row, term] of homogeneousGradient(view, s, point, dgrid[2 * s], dgrid[2 * s + 1], unit).entries()) {
      for (const [column, factor] of base.entries()) {
        const sum = sums[3 * row + column];
        const { lo, hi } = times(term, around(factor));
        sum.lo += lo;
        sum.hi += hi;
        sum.mass += magnitude(term);
      }
    }
  }
  const roundings = (view.bases.length + 8) * unit;
  return sums.map(({ lo, hi, mass }) =>
    mass < MAY_OVERFLOW ? { lo: lo - roundings * mass, hi: hi + roundings * mass } : ANYTHING,
  );
}

/** The gradient of one point by X, Y and W: (gx, gy, -(gx x + gy y)) / W, each with what its parts may be off. */
function homogeneousGradient(
  view: View,
  s: number,
  point: readonly [number, number],
  gx: Interval,
  gy: Interval,
  unit: number,
): Interval[] {
  const w = view.sign * view.depth(s);
  const ofDepth = (8 * unit * view.rows[2].reduce((sum, entry) => sum + Math.abs(entry), 0)) / Math.abs(w);
  const [x, y] = point.map((coordinate, k) =>
    around(coordinate, unit * (4 * (Math.abs(coordinate) + 2) + 8 * view.terms(s, k))),
  );
  const overW = (term: Interval): Interval => {
    const { lo, hi } = times(term, around(1 / w));
    const slack = (ofDepth + 4 * unit) * Math.max(Math.abs(lo), Math.abs(hi));
    return { lo: lo - slack, hi: hi + slack };
  };
  const [alongX, alongY] = [overW(times(gx, x)), overW(times(gy, y))];
  return [overW(gx), overW(gy), { lo: -alongX.hi - alongY.hi, hi: -alongX.lo - alongY.lo }];
}
