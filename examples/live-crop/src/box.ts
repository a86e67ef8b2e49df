/** A box as x, y, x2, y2, in pixels of a frame. */
export type Box = readonly [x: number, y: number, x2: number, y2: number];

/** How far the corners of two boxes are apart: the larger distance of the two corners that make a box, in pixels. */
export function cornerDistance(a: Box, b: Box): number {
  return Math.max(Math.hypot(a[0] - b[0], a[1] - b[1]), Math.hypot(a[2] - b[2], a[3] - b[3]));
}
