import type { Aligned } from './align/align.js';
import { Motion } from './fit/motion.js';
import { isProjective, thetaOf } from './fit/sample-through.js';
import type { Model } from './model.js';
import type { Registration } from './registration.js';

/** What users get. */
export function registrationOf(aligned: Aligned, model: Model, size: readonly number[]): Registration {
  const { map, score, difference, overlap, reason, sigma, known, deviation } = aligned;
  const motion = new Motion(model, size);
  return {
    theta: thetaOf([map], model === 'homography' || isProjective(map)),
    score,
    residual: Math.sqrt(Math.max(difference, 0)) * deviation,
    overlap,
    found: reason === null,
    reason,
    sigma,
    sigmaAt: (points) =>
      Float32Array.from(points, (point) => (known ? motion.deviation(known, point) : Number.POSITIVE_INFINITY)),
  };
}
