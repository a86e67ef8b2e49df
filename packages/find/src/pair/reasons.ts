import type { FindReason } from '@cropgrad/register';

/** Why a thumbnail was not found, in words, and what can be done. */
export const REASONS: { readonly [reason in FindReason]: string } = {
  flat: 'one of the two has next to no contrast',
  enlarged: 'the thumbnail has more pixels than the whole photo: if it was made larger, try --enlarged',
  unrelated: 'the photo does not show it; if it may be turned, try --model rotatedBox',
  partial: 'a part of it fits, and another part does not',
  uncertain: 'it would fit as well a little beside the best place',
  ambiguous: 'it fits as well at quite another place',
};
