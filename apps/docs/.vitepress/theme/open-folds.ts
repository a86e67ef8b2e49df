/** Opens the folds around what an address names after its #, and shows it. Browsers do so only when a page loads. */
export function openFolds(hash: string): void {
  const target = document.getElementById(decodeURIComponent(hash.slice(1)));
  let hidden = false;
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) {
    hidden ||= !fold.open && !target?.closest('summary');
    fold.open = true;
  }
  // The theme has scrolled to where it was while it had no place.
  if (hidden) requestAnimationFrame(() => target?.scrollIntoView({ block: 'center' }));
}
