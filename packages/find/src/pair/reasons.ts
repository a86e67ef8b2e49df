import type { FindReason } from '@cropgrad/register';

/** Why a thumbnail was not found, in words, and what can be done. */
export const REASONS: { readonly [reason in FindReason]: string } = {
  flat: 'one of the two has almost no contrast',
  enlarged: 'the thumbnail has more pixels than the whole photo: if it was made larger, try --enlarged',
  unrelated: 'the photo does not show it; if it may be turned, try --model rotatedBox',
  partial: 'a part of it fits, and another part does not',
  uncertain: 'it fits equally well a little to the side of the best place',
  ambiguous: 'it fits equally well at another place',
};
