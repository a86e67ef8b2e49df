import type { Sampling } from '../../sampling.js';
import { addFillSlopes } from '../row-taps.js';
import type { Way } from '../way.js';
import { gatherTaps } from './gather.js';
import { createTaps, takePoints } from './plan.js';
import { scatterTaps } from './scatter.js';
import { slopeTaps } from './slope.js';

/** The general way, which takes every point: by the product of its taps on each axis. */
export function tapsWay(sampling: Sampling): Way {
  const points = createTaps(sampling);
  return {
    needsPoints: true,
    plan: () => true,
    take: (row) => takePoints(points, row, sampling),
    gather: (crop, image) => gatherTaps(points, crop, image, sampling.fillValue),
    scatter: (dimage, dy) => scatterTaps(points, dimage, dy),
    slope: (gradient, dy, image) => {
      slopeTaps(points.taps, gradient, dy, image, sampling.dimensions);
      addFillSlopes(gradient, dy, points.taps, sampling);
    },
  };
}
