import { mersenne } from 'pure-rand/generator/mersenne';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** What random numbers are for. */
const PURPOSES = ['weights', 'order', 'placements', 'validation', 'test', 'picture'] as const;

/** As many streams as a seed has for one purpose. */
const STREAMS = 2 ** 20;

/** The largest seed: above it, streams of two seeds would meet. */
export const MOST_SEED: number = Math.floor(2 ** 31 / (STREAMS * PURPOSES.length)) - 1;

/**
 * The random numbers for one purpose. They follow from seed, purpose and index alone, which may be a step: so a run that
 * goes on from a checkpoint draws what it would have drawn, and nothing has to be kept of the generator.
 */
export function randomStream(seed: number, purpose: (typeof PURPOSES)[number], index = 0): RandomGenerator {
  return mersenne((seed * PURPOSES.length + PURPOSES.indexOf(purpose)) * STREAMS + index);
}
