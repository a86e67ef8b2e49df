import type { NdArray } from '../case.js';
import { baseGrid } from '../oracle/affine-grid.js';
import { around, type Interval, magnitude, times } from './interval.js';
import type { Precision } from './precision.js';

/**
 * What every entry of theta's gradient may be, given the intervals of the grid's: their sum times the base coordinate,
 * with n + 8 roundings where n outputs are summed.
 */
export function thetaGradientIntervals(
  dgrid: readonly Interval[],
  crops: number,
  size: readonly number[],
  alignCorners: boolean,
  { unit }: Precision,
): Interval[] {
  const rows = size.length;
  const bases = baseGrid(size, alignCorners);
  const intervals: Interval[] = [];
  for (let n = 0; n < crops; n++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column <= rows; column++) {
        let lo = 0;
        let hi = 0;
        let mass = 0;
        bases.forEach((base, s) => {
          const gradient = dgrid[(n * bases.length + s) * rows + row];
          const term = times(gradient, around(base[column]));
          lo += term.lo;
          hi += term.hi;
          mass += magnitude(gradient);
        });
        const summing = (bases.length + 8) * unit * mass;
        intervals.push({ lo: lo - summing, hi: hi + summing });
      }
    }
  }
  return intervals;
}

/** What the gradient of boxes may be, given that of their thetas. */
export function boxGradientIntervals(dtheta: readonly Interval[], boxes: NdArray, { unit }: Precision): Interval[] {
  const [crops, corners] = boxes.shape;
  const rows = corners / 2;
  return Array.from({ length: crops * corners }, (_, i) => {
    const n = Math.floor(i / corners);
    const k = i % rows;
    const start = (n * rows + k) * (rows + 1);
    const scale = dtheta[start + k];
    const shift = dtheta[start + rows];
    const isFar = i % corners >= rows;
    const slack = 2 * unit * (magnitude(scale) + magnitude(shift));
    return {
      lo: ((isFar ? scale.lo : -scale.hi) + shift.lo) / 2 - slack,
      hi: ((isFar ? scale.hi : -scale.lo) + shift.hi) / 2 + slack,
    };
  });
}
