/** The name of the mark in the browser's timeline at which the first crop of a visit is on screen. */
export const FIRST_CROP = 'first crop';

/** Sets the mark, once, when what was drawn just now is painted. */
export function markFirstCrop(): void {
  requestAnimationFrame(() => {
    if (performance.getEntriesByName(FIRST_CROP).length === 0) performance.mark(FIRST_CROP);
  });
}
