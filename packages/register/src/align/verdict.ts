import type { Reason } from '../registration.js';
import { type Candidate, MIN_OVERLAP } from './candidate.js';
import type { Evidence } from './evidence.js';

/** A correlation of values below this is none; different photos reach it easily, so it says little for a map. */
const LEAST_SCORE = 0.5;
/** Slopes correlate so well where two images show the same. */
const LEAST_SLOPES = 0.8;
/** And so well in the worst parts. */
const LEAST_WORST = 0.4;
/** A corner that is known worse than this, in pixels by {@link Candidate.covariance}, is not known. */
const MOST_DEVIATION = 0.3;

/** Why a map cannot be believed, or null if it can. */
export function verdict(
  { overlap, score }: Pick<Candidate, 'overlap' | 'score'>,
  { slopes, worst }: Evidence,
  sigma: number,
): Reason | null {
  if (!(overlap >= MIN_OVERLAP)) return 'overlap';
  if (!(slopes >= LEAST_SLOPES && score >= LEAST_SCORE)) return 'unrelated';
  if (!(sigma <= MOST_DEVIATION)) return 'uncertain';
  return worst >= LEAST_WORST ? null : 'partial';
}
