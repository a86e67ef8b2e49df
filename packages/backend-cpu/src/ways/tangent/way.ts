import type { CreateWay } from '../way.js';
import { gatherMoving } from './gather.js';
import { createTangentTaps, takeMovingPoints } from './plan.js';
import { scatterMoving } from './scatter.js';
import { slopeMoving } from './slope.js';

/**
 * The way of points of a grid that move along a tangent: it takes all of them, and its loops are those of `taps` with the
 * derivatives of the weights along the tangent in place of the weights. So the ops are the same: forward is the derivative
 * of the samples, by the image and by the points are its gradients.
 */
export function tangentWay(tangent: Float32Array): CreateWay {
  return (call) => {
    const moving = createTangentTaps(tangent, call);
    return {
      needsPoints: true,
      plan: () => true,
      take: (row) => takeMovingPoints(moving, row, call),
      gather: (crop, image) => gatherMoving(moving, crop, image, call.fillValue),
      scatter: (dimage, dy) => scatterMoving(moving, dimage, dy),
      slope: (gradient, dy, image) => slopeMoving(moving, gradient, dy, image, call.fillValue),
    };
  };
}
