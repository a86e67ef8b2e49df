import type { Call } from '../../call.js';
import { addFillSlopes, withFootprintSlopes } from '../row-taps.js';
import type { Way } from '../way.js';
import { gatherTaps } from './gather.js';
import { createTaps, takePoints } from './plan.js';
import { scatterTaps } from './scatter.js';
import { slopeTaps } from './slope.js';

/** The general way, which takes every point: by the product of its taps on each axis. */
export function tapsWay(call: Call): Way {
  const points = createTaps(call);
  const differentiate: Way['slope'] = (gradient, dy, image) => {
    slopeTaps(points.taps, gradient, dy, image, call.dimensions);
    addFillSlopes(gradient, dy, points.taps, call);
  };
  return {
    needsPoints: true,
    plan: () => true,
    take: (row) => takePoints(points, row, call),
    gather: (crop, image) => gatherTaps(points, crop, image, call.fillValue),
    scatter: (dimage, dy) => scatterTaps(points, dimage, dy),
    slope: (gradient, dy, image) => {
      differentiate(gradient, dy, image);
      if (!call.antialias) return;
      const byFootprints = gradient.subarray(gradient.length / 2);
      withFootprintSlopes(points.taps, () => differentiate(byFootprints, dy, image));
    },
  };
}
