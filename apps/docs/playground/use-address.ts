import { onBeforeUnmount, watch } from 'vue';
import type { PlaygroundState } from './state.js';
import { writeState } from './url-state.js';

/** Browsers limit how often a page may rewrite its address, so this waits until nothing has changed for so many ms. */
const DELAY = 300;

/** Keeps the state in the page's address, so that what is in view can be shared, while `canShare` says so. */
export function useAddress(state: PlaygroundState, canShare: () => boolean): void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(): void {
    const query = canShare() ? writeState(state) : '';
    const { pathname, hash } = location;
    history.replaceState(history.state, '', pathname + (query && `?${query}`) + hash);
  }

  watch([state, canShare], () => {
    clearTimeout(timer);
    timer = setTimeout(show, DELAY);
  });
  onBeforeUnmount(() => clearTimeout(timer));
}
