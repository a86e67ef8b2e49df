import { againInWords } from '../again.js';
import { LAYERS } from '../protocol.js';
import type { Results } from '../results.js';
import { LAYER_TITLES } from './definitions.js';

/** How far a second run agrees, in a sentence for each layer; none where there was no second one. */
export function secondRun({ again = {} }: Results): string[] {
  return LAYERS.flatMap((layer) => {
    const own = again[layer];
    return own ? [`${LAYER_TITLES[layer]}, measured a second time on one thread: ${againInWords(own)}.`] : [];
  });
}
