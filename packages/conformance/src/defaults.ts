/** Random cases per property, unless said otherwise. */
export const DEFAULT_RUNS = 100;

/**
 * The seed of the random cases, unless said otherwise: that of the environment, where there is one, or else always the
 * same, so that a red build is red again. NaN where the environment's is no number, which whoever reads it refuses.
 */
export const DEFAULT_SEED: number = Number(seedOfEnvironment() || 20_260_101);

function seedOfEnvironment(): string | undefined {
  return typeof process === 'undefined' ? undefined : process.env?.CROPGRAD_SEED;
}
