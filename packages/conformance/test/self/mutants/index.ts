import { coordinateMutants } from './coordinates.js';
import { gradientMutants } from './gradients.js';
import { mannerMutants } from './manners.js';
import type { Mutant } from './mutant.js';
import { tapMutants } from './taps.js';

export type { Mutant };

/** Every mutant, grouped by what it gets wrong. */
export const MUTANTS: Readonly<Record<string, readonly Mutant[]>> = {
  'Where to read': coordinateMutants,
  'What the taps are': tapMutants,
  Gradients: gradientMutants,
  'Batches, layouts and memory': mannerMutants,
};
