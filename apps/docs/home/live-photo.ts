import type { PhotoBox, PixelSize } from '../playground/box.js';
import { PHOTOS } from '../playground/photos.js';
import { initialState, type PlaygroundState } from '../playground/state.js';

/** The photo of the home page. */
export const LIVE_PHOTO = PHOTOS.astronaut;
export const LIVE_SIZE: PixelSize = { width: 512, height: 512 };

/** A box beside the face that gradient descent takes to it. */
const START: PhotoBox = { cx: 286, cy: 183, w: 156, h: 140, angle: 0 };

/** How the home page begins: the gradient by the box is drawn. */
export function liveState(): PlaygroundState {
  return { ...initialState('astronaut'), box: { ...START }, view: 'box' };
}
