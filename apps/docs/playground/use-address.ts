import { useRouter } from 'vitepress';
import { onBeforeUnmount, watch } from 'vue';
import type { PlaygroundState } from './state.js';
import { writeState } from './url-state.js';
import { areSame, type Boxes, copyOf } from './use-undo.js';

/** Browsers limit how often a page may rewrite its address, so this waits until nothing has changed for so many ms. */
const DELAY = 300;

export interface Address {
  /** To be called before the boxes change: what they are now stays in the browser's history. */
  begin(): void;
}

/** What is kept with each entry of the browser's history. */
interface Entry {
  /** The photo of one's own that was in view, as none is in the address; and the boxes in it. */
  own?: { photo: number; boxes: Boxes };
}

/**
 * Keeps the state in the page's address, so that what is in view can be shared, and the boxes in the browser's history, so
 * that its back button goes to those before. `own` is the number of the photo in view if it is one's own; no link carries it.
 */
export function useAddress(
  state: PlaygroundState,
  own: () => number | undefined,
  { onLink, onBoxes }: { onLink: (query: string) => void; onBoxes: (boxes: Boxes) => void },
): Address {
  const router = useRouter();
  const path = location.pathname;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The boxes of the entry in view, and whether what changes them now is the first since `begin`. */
  let kept = copyOf(state);
  let isNew = false;

  function show(): void {
    const photo = own();
    const query = photo === undefined ? writeState(state) : '';
    const entry: Entry = { ...history.state, own: photo === undefined ? undefined : { photo, boxes: copyOf(state) } };
    const address = path + (query && `?${query}`) + location.hash;
    if (isNew && !areSame(kept, state)) history.pushState(entry, '', address);
    else history.replaceState(entry, '', address);
    if (!areSame(kept, state)) isNew = false;
    kept = copyOf(state);
  }

  /** Takes the entry of this page that the browser has gone to. */
  function goTo(): void {
    clearTimeout(timer);
    isNew = false;
    const { own: then }: Entry = history.state ?? {};
    if (!then) onLink(location.search);
    else if (then.photo === own()) onBoxes(copyOf(then.boxes));
    kept = copyOf(state);
  }

  watch([state, own], () => {
    clearTimeout(timer);
    timer = setTimeout(show, DELAY);
  });
  // VitePress would begin the page anew, without the photo of one's own, and the browser would scroll.
  const before = router.onBeforePageLoad;
  router.onBeforePageLoad = (to) => {
    if (nameOf(new URL(to, location.href).pathname) !== nameOf(path)) return before?.(to);
    goTo();
    return false;
  };
  history.scrollRestoration = 'manual';
  onBeforeUnmount(() => {
    clearTimeout(timer);
    if (before) router.onBeforePageLoad = before;
    else delete router.onBeforePageLoad;
    history.scrollRestoration = 'auto';
  });
  return {
    begin: () => {
      isNew = true;
    },
  };
}

/** The path of a page with or without its ending: servers take both. */
function nameOf(path: string): string {
  return path.replace(/\.html$/, '');
}
