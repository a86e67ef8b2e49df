import type { Case, Quantity } from '../case.js';
import { isAntialiased } from '../oracle/antialias/filtering.js';
import { antialiasThetaIntervals } from './antialias/theta-gradient.js';
import { acceptGrid } from './grid.js';
import { gridGradientIntervals } from './grid-gradient.js';
import { held } from './held.js';
import { acceptImageGradient } from './image-gradient.js';
import { type Accepted, around } from './interval.js';
import { acceptOutput } from './output.js';
import { perspectiveGradientIntervals } from './perspective-gradient.js';
import type { Precision } from './precision.js';
import { boxGradientIntervals, thetaGradientIntervals } from './theta-gradient.js';

/** What every element of a quantity may be, in a backend of this precision: the truth and its rounding, no more. */
export function accept(c: Case, quantity: Quantity, precision: Precision): Accepted[] {
  return acceptCalculated(c, quantity, precision).map((accepted) => held(accepted, precision));
}

/** The same before tensors hold it. */
function acceptCalculated(c: Case, quantity: Quantity, precision: Precision): Accepted[] {
  if (c.op === 'affineGrid') {
    if (quantity === 'output') return acceptGrid(c, precision);
    const dgrid = Array.from(c.dy.data, (value) => around(value));
    const crops = c.theta.shape[0];
    return thetaGradientIntervals(dgrid, crops, c.size, c.options.alignCorners, precision).map((one) => [one]);
  }
  if (quantity === 'output') return acceptOutput(c, precision);
  if (quantity === 'dImage') return acceptImageGradient(c, precision);
  if (isAntialiased(c)) {
    const intervals = antialiasThetaIntervals(c, precision);
    return (c.op === 'crop' ? boxGradientIntervals(intervals, c.boxes, precision) : intervals).map((one) => [one]);
  }
  const dgrid = gridGradientIntervals(c, precision);
  if (c.op === 'gridSample') return dgrid.map((one) => [one]);
  if (c.op === 'perspectiveSample') return perspectiveGradientIntervals(dgrid, c, precision).map((one) => [one]);
  const dtheta = thetaGradientIntervals(dgrid, c.dy.shape[0], c.size, c.options.alignCorners, precision);
  const intervals = c.op === 'crop' ? boxGradientIntervals(dtheta, c.boxes, precision) : dtheta;
  return intervals.map((one) => [one]);
}
