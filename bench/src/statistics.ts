import { median, quantile } from 'simple-statistics';

export { median, quantile };

/** How many times faster than the baseline: the median over the rounds of the two times of the same round. */
export interface Ratio {
  median: number;
  /** First and third quartile. */
  low: number;
  high: number;
}

/** The ratio baseline / ours, paired by round, so that what slows a whole round cancels. Rounds that one sat out are none. */
export function pairedRatio(baseline: readonly (number | undefined)[], ours: readonly (number | undefined)[]): Ratio {
  const ratios: number[] = [];
  ours.forEach((ms, round) => {
    const theirs = baseline[round];
    if (ms !== undefined && theirs !== undefined) ratios.push(theirs / ms);
  });
  return { median: median(ratios), low: quantile(ratios, 0.25), high: quantile(ratios, 0.75) };
}

/** A line through points, y = fixed + slope·x. */
export interface Line {
  fixed: number;
  slope: number;
  /** The largest relative distance of a point from the line. */
  worst: number;
}

/** The line with the least squares of relative errors, so that small and large points count alike. */
export function fitLine(points: readonly { x: number; y: number }[]): Line {
  // Of 1 = fixed·(1/y) + slope·(x/y): the normal equations of two unknowns.
  let [aa, ab, bb, a, b] = [0, 0, 0, 0, 0];
  for (const { x, y } of points) {
    const [p, q] = [1 / y, x / y];
    aa += p * p;
    ab += p * q;
    bb += q * q;
    a += p;
    b += q;
  }
  const determinant = aa * bb - ab * ab;
  const fixed = (a * bb - b * ab) / determinant;
  const slope = (b * aa - a * ab) / determinant;
  const worst = Math.max(...points.map(({ x, y }) => Math.abs((fixed + slope * x) / y - 1)));
  return { fixed, slope, worst };
}
