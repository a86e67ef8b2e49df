import { antialiasMutants } from './antialias.js';
import { coordinateMutants } from './coordinates.js';
import { edgeRuleMutants } from './edge-rules.js';
import { gradientMutants } from './gradients.js';
import { mannerMutants } from './manners.js';
import { memoryMutants } from './memory.js';
import type { Mutant } from './mutant.js';
import { numberMutants } from './numbers.js';
import { perspectiveMutants } from './perspective.js';
import { secondOrderMutants } from './second-order.js';
import { sizeMutants } from './sizes.js';
import { surroundingMutants } from './surroundings.js';
import { tapMutants } from './taps.js';
import { wrapMutants } from './wrap.js';

export type { Mutant };

/** Every mutant, grouped by what it gets wrong. */
export const MUTANTS: Readonly<Record<string, readonly Mutant[]>> = {
  'Where to read': coordinateMutants,
  'What the taps are': tapMutants,
  'How the image is repeated': wrapMutants,
  'Where sampling ends, halves, cubics and labels': edgeRuleMutants,
  Gradients: gradientMutants,
  'Second derivatives': secondOrderMutants,
  Perspective: perspectiveMutants,
  Antialias: antialiasMutants,
  'Batches, layouts and memory': mannerMutants,
  'Sizes beyond a vector or a tile': sizeMutants,
  'What is lent, and what is remembered': memoryMutants,
  'What lies around': surroundingMutants,
  'Large, small and many numbers': numberMutants,
};
