import type { Reason } from '@cropgrad/register';

/** Why two photos are not aligned. */
export const WHY_NOT_ALIGNED: Readonly<Record<Reason, string>> = {
  flat: 'one photo has almost no contrast',
  overlap: 'less than a fifth of the fixed photo is covered',
  unrelated: 'the photos do not show the same, or this model cannot align them',
  uncertain: 'the photos show the same, but a corner may be off by more than 0.4 pixels',
  partial: 'one part of the photos fits, and another does not',
};
