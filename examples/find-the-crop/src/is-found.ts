import { type Box, cornerDistances } from './box.js';

/** How far a corner may be off, in pixels, and as a part of the true box's shorter side. */
const MOST_PIXELS = 1;
const MOST_OF_SIDE = 0.1;

/**
 * Whether a search has found the true box: no corner is further off than a pixel, nor than a tenth of the true box's
 * shorter side. So what is found always has a size, however small the true box is.
 */
export function isFound(settled: Box, truth: Box): boolean {
  const [x, y, x2, y2] = truth;
  const most = Math.min(MOST_PIXELS, MOST_OF_SIDE * (x2 - x), MOST_OF_SIDE * (y2 - y));
  return cornerDistances(settled, truth).every((distance) => distance <= most);
}
