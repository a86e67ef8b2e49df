import type { FindReason } from '@cropgrad/register';

/** Why a thumbnail was not found, and what one can do. */
export const WHY_NOT_FOUND: Readonly<Record<FindReason, string>> = {
  flat: 'one of the two pictures has next to no contrast.',
  enlarged: 'it has more pixels than the photo. Say that it may be enlarged.',
  unrelated: 'the photo does not show it.',
  partial: 'most of its best place fits, and a part of it does not.',
  uncertain: 'it fits as well a little beside its best place, as a straight edge does.',
  ambiguous: 'it fits as well at another place.',
};
