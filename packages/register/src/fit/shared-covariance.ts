import { inverse } from '../algebra/inverse.js';
import type { Matrix } from '../algebra/matrix.js';
import type { Metric } from '../metric.js';
import { disposePart, fixedPart } from './fixed-part.js';
import type { Layer } from './layer.js';
import { moments } from './moments.js';
import type { Motion } from './motion.js';
import { normalEquations } from './normal-equations.js';

/**
 * The covariance of the generators at a map: the noise times the inverse of a Hessian that counts only slopes that both images have.
 * In T · I, the noise of one image is multiplied by that of the other, and is 0 in the mean. In (T + I)², noise would count as slopes.
 * As 4 T I is (T + I)² - (T - I)², the map is evaluated with both. Null if nothing is known about some direction.
 */
export async function sharedCovariance(
  moving: Layer,
  fixed: Layer,
  at: { readonly map: Matrix; readonly pair: number; readonly gain: number },
  motion: Motion,
  metric: Metric,
): Promise<Matrix | null> {
  const part = fixedPart(fixed, motion.degree);
  try {
    const sums = await moments(moving, part, [at, { ...at, gain: -at.gain }], null);
    const [plus, minus] = sums.map((one) => normalEquations(one, motion.slopes, metric));
    const shared = inverse(plus.hessian.map((entry, k) => entry - minus.products[k]));
    return shared?.map((entry) => entry * Math.max(plus.noise, 0)) ?? null;
  } finally {
    disposePart(part);
  }
}
