import type { Refined } from '../fit/refine.js';

/** A map of one pair, and what is known of it. */
export interface Candidate extends Refined {
  readonly pair: number;
}

/** How much of the fixed image must be covered. */
export const MIN_OVERLAP = 0.2;

/** What candidates are sorted by: how alike the images are, and a little how much of them. Never what a fit ends by. */
export function rankOf({ quality, overlap }: Pick<Refined, 'quality' | 'overlap'>): number {
  return quality - 0.1 * (1 - overlap);
}
