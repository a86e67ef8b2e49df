import { axesOf, type PhotoBox, type Point } from './box.js';

/** How the loss changes as one edge of a box moves away from the middle. */
export interface EdgeGradient {
  name: 'left' | 'right' | 'top' | 'bottom';
  /** The place of the edge's middle on the outline: (-1, 0) is in the middle of the left edge. */
  u: -1 | 0 | 1;
  v: -1 | 0 | 1;
  /** The direction, of length 1, that leads away from the box's middle. */
  outward: Point;
  /** Per pixel of the photo. */
  gradient: number;
}

const EDGES = [
  { name: 'left', u: -1, v: 0 },
  { name: 'right', u: 1, v: 0 },
  { name: 'top', u: 0, v: -1 },
  { name: 'bottom', u: 0, v: 1 },
] as const;

/**
 * The gradient by the edges, from that by (cx, cy, w, h). An edge that moves outward by 1 makes the box longer by 1, and
 * takes its centre along by 1/2.
 */
export function edgeGradients(box: PhotoBox, gradient: PhotoBox): EdgeGradient[] {
  const { across, down } = axesOf(box);
  return EDGES.map(({ name, u, v }) => {
    // Where the box is mirrored, its left edge is on the right.
    const axis = u === 0 ? down : across;
    const sign = u === 0 ? v * Math.sign(box.h) : u * Math.sign(box.w);
    const outward = { x: sign * axis.x, y: sign * axis.y };
    const bySide = u === 0 ? Math.sign(box.h) * gradient.h : Math.sign(box.w) * gradient.w;
    const byCentre = (outward.x * gradient.cx + outward.y * gradient.cy) / 2;
    return { name, u, v, outward, gradient: bySide + byCentre };
  });
}
