import type { Call } from '../../call.js';
import { addFillSlopes, differentiate } from '../row-taps.js';
import type { Way } from '../way.js';
import { gatherTaps } from './gather.js';
import { createTaps, takePoints } from './plan.js';
import { scatterTaps } from './scatter.js';
import { slopeTaps } from './slope.js';

/** The general way, which takes every point: by the product of its taps on each axis. */
export function tapsWay(call: Call): Way {
  const points = createTaps(call);
  return {
    needsPoints: true,
    plan: () => true,
    take: (row) => takePoints(points, row, call),
    gather: (crop, image) => gatherTaps(points, crop, image, call.fillValue),
    scatter: (dimage, dy) => scatterTaps(points, dimage, dy),
    slope: (gradient, dy, image) =>
      differentiate(points.taps, gradient, call, (sums) => {
        slopeTaps(points.taps, sums, dy, image, call.dimensions);
        addFillSlopes(sums, dy, points.taps, call);
      }),
  };
}
