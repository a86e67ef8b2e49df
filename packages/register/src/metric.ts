/**
 * How two images are compared: zero-mean normalised cross-correlation, which does not care about gain and offset; the mean of
 * squares of their difference; or Huber's loss of it, which counts large differences less.
 */
export type Metric = 'zncc' | 'mse' | 'huber';

/** Every {@link Metric}. */
export const METRICS: readonly Metric[] = Object.freeze<Metric[]>(['zncc', 'mse', 'huber']);
