/**
 * How two images are compared: zero-mean normalised cross-correlation, which does not depend on gain and offset; the mean square of
 * their difference; or Huber's loss of the difference, which counts large differences less.
 */
export type Metric = 'zncc' | 'mse' | 'huber';

/** Every {@link Metric}. */
export const METRICS: readonly Metric[] = Object.freeze<Metric[]>(['zncc', 'mse', 'huber']);
