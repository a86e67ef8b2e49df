import type { Reason } from '@cropgrad/register';

/** Why two photos are not aligned. */
export const WHY_NOT_ALIGNED: Readonly<Record<Reason, string>> = {
  flat: 'one of them has next to no contrast',
  overlap: 'they have too little in common',
  unrelated: 'they do not show the same, or not by this model',
  uncertain: 'they show the same, but where exactly is not certain to a third of a pixel',
  partial: 'a part of them fits and another does not',
};
