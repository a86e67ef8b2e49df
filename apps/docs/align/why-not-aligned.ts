import type { Reason } from '@cropgrad/register';

/** Why two photos are not aligned. */
export const WHY_NOT_ALIGNED: Readonly<Record<Reason, string>> = {
  flat: 'one of them has next to no contrast',
  overlap: 'less than a fifth of the fixed one is covered',
  unrelated: 'they do not show the same, or not by this model',
  uncertain: 'they show the same, but a corner may be off by more than 0.4 pixels',
  partial: 'a part of them fits and another does not',
};
