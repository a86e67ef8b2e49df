/** The colours of where a brighter pixel would raise the loss, and of where it would lower it: told apart by everyone. */
export const RAISES = [255, 138, 46] as const;
export const LOWERS = [77, 163, 255] as const;

/**
 * How opaque a gradient is drawn, from 0 to 1; `part` is its part of the strongest one, from -1 to 1. At 0 the photo shows
 * through. The square root shows weak gradients, too.
 */
export function opacityOf(part: number): number {
  return Math.sqrt(Math.abs(part));
}
