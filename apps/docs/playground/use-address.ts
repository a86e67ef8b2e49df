import { onBeforeUnmount, onMounted, watch } from 'vue';
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

  /** Takes the entry that the browser has gone to. VitePress would scroll, as if it were another page. */
  function goTo(event: PopStateEvent): void {
    if (location.pathname !== path) return;
    event.stopImmediatePropagation();
    clearTimeout(timer);
    isNew = false;
    const { own: then }: Entry = event.state ?? {};
    if (!then) onLink(location.search);
    else if (then.photo === own()) onBoxes(copyOf(then.boxes));
    kept = copyOf(state);
  }

  watch([state, own], () => {
    clearTimeout(timer);
    timer = setTimeout(show, DELAY);
  });
  onMounted(() => addEventListener('popstate', goTo, { capture: true }));
  onBeforeUnmount(() => {
    clearTimeout(timer);
    removeEventListener('popstate', goTo, { capture: true });
  });
  return {
    begin: () => {
      isNew = true;
    },
  };
}
