import type { Search } from './use-search.js';

/** A box with every corner this near to the target's, in pixels of the photo, has found it. */
export const FOUND_WITHIN = 2;

/** What a search has come to, in a sentence; the distance is that of the corner that is furthest off, in pixels. */
export function searchSummary({ status, done, total }: Search, distance: number): string {
  const off = `${distance < 10 ? distance.toFixed(2) : Math.round(distance)} px off`;
  switch (status) {
    case 'ready':
      return `The box is ${off} the target.`;
    case 'ended':
      return distance <= FOUND_WITHIN
        ? `Found: ${off} after ${done} steps.`
        : `It settled ${off}: another place looks alike. Move the box nearer, and play again.`;
    default:
      return `Step ${done} of ${total}: ${off}.`;
  }
}
