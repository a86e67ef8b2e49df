import type { FindReason } from '@cropgrad/register';

/** Why a thumbnail was not found, and what one can do. */
export const WHY_NOT_FOUND: Readonly<Record<FindReason, string>> = {
  flat: 'one of the two pictures has almost no contrast.',
  enlarged: 'it has more pixels than the photo. Say that it may be enlarged.',
  unrelated: 'the photo does not show it.',
  partial: 'most of it fits at the best place, but a part does not.',
  uncertain: 'it fits equally well a little to the side, as a straight edge does.',
  ambiguous: 'it fits equally well at another place.',
};
