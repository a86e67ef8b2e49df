import type { AntialiasedCase } from '../../oracle/antialias/filtering.js';
import { type Points, pointsOf } from '../../oracle/points.js';
import { around, type Interval, magnitude, plus, times } from '../interval.js';
import type { Precision } from '../precision.js';
import { jacobianRanges, projectionRange } from './footprint.js';
import { type PointRange, pointRanges } from './point-gradient.js';

/**
 * What every entry of theta's gradient may be under antialias: the sum over the points of what moves them and what
 * stretches their output pixels, with n + 8 roundings where n outputs are summed.
 */
export function antialiasThetaIntervals(c: AntialiasedCase, precision: Precision): Interval[] {
  const points = pointsOf(c);
  const rows = points.views ? 3 : points.axes.length;
  const columns = points.axes.length + 1;
  const sums = Array.from({ length: points.crops * rows * columns }, () => ({ sum: around(0), mass: 0 }));
  for (const range of pointRanges(c, precision)) {
    const base = points.bases?.[range.s] ?? [];
    const { ofRows, ofJacobians } = points.views ? inPerspective(range, points, precision.unit) : affine(range);
    for (const [row, value] of ofRows.entries()) {
      for (let column = 0; column < columns; column++) {
        const entry = sums[(range.n * rows + row) * columns + column];
        const stretching = column < columns - 1 ? ofJacobians[row][column] : around(0);
        entry.sum = plus(entry.sum, plus(times(value, around(base[column])), stretching));
        entry.mass += magnitude(value) + magnitude(stretching);
      }
    }
  }
  const roundings = (points.perCrop + 8) * precision.unit;
  return sums.map(({ sum, mass }) => ({ lo: sum.lo - roundings * mass, hi: sum.hi + roundings * mass }));
}

/** As the oracle's: what a row of theta gets times the base of the output pixel, and beside it for each entry but its last. */
interface RowRanges {
  readonly ofRows: readonly Interval[];
  readonly ofJacobians: readonly (readonly Interval[])[];
}

function affine(range: PointRange): RowRanges {
  return { ofRows: range.byPoint, ofJacobians: byJacobians(range) };
}

function byJacobians({ footprints, byLength }: PointRange): Interval[][] {
  return footprints.map(({ byJacobian }, k) => byJacobian.map((slope) => times(byLength[k], slope)));
}

function inPerspective(range: PointRange, points: Points, unit: number): RowRanges {
  const { n, s, byPoint } = range;
  const view = points.views?.[n];
  if (!view) throw new TypeError('only a point in front of the camera has a gradient');
  const { depth, point } = projectionRange(n, s, points, unit);
  // The rows are turned to the front; theta itself, and so its W, may have the other sign.
  const inverse = times(around(view.sign), { lo: 1 / depth.hi, hi: 1 / depth.lo });
  const overW = (value: Interval): Interval => times(value, inverse);
  const last = view.rows[2].map((entry) => around(view.sign * entry));
  const jacobians = point.map((_, k) => jacobianRanges(n, s, k, points, unit));
  const by = byJacobians(range);
  const moved = byPoint.map((value, k) => plus(value, negative(overW(dot(by[k], last)))));
  return {
    ofRows: [
      overW(moved[0]),
      overW(moved[1]),
      negative(overW(total(point.map((p, k) => plus(times(moved[k], p), dot(by[k], jacobians[k])))))),
    ],
    ofJacobians: [
      ...by.map((slopes) => slopes.map(overW)),
      [0, 1].map((j) => negative(overW(total(point.map((p, k) => times(by[k][j], p)))))),
    ],
  };
}

function dot(a: readonly Interval[], b: readonly Interval[]): Interval {
  return total(a.map((value, i) => times(value, b[i])));
}

function total(intervals: readonly Interval[]): Interval {
  return intervals.reduce(plus, around(0));
}

function negative({ lo, hi }: Interval): Interval {
  return { lo: -hi, hi: -lo };
}
