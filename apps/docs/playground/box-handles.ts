import { axesOf, type PhotoBox, type Point, pointIn, wrapDegrees } from './box.js';
import { THINNEST } from './number-ranges.js';

/** What of a box is dragged: all of it, its turning handle, or the place (u, v) on its outline, each of -1, 0 and 1. */
export type Grip = { kind: 'move' } | { kind: 'turn' } | { kind: 'resize'; u: -1 | 0 | 1; v: -1 | 0 | 1 };

/** The places on the outline that can be dragged. */
export const RESIZE_GRIPS: readonly Extract<Grip, { kind: 'resize' }>[] = [
  { kind: 'resize', u: -1, v: -1 },
  { kind: 'resize', u: 0, v: -1 },
  { kind: 'resize', u: 1, v: -1 },
  { kind: 'resize', u: 1, v: 0 },
  { kind: 'resize', u: 1, v: 1 },
  { kind: 'resize', u: 0, v: 1 },
  { kind: 'resize', u: -1, v: 1 },
  { kind: 'resize', u: -1, v: 0 },
];

/** Turns snap to multiples of this many degrees. */
const SNAP = 15;

/**
 * The box after its grip was dragged from one point to another, both in pixels of the photo. Resizing keeps the opposite
 * corner or edge where it is; dragged beyond it, the box is mirrored. `constrain` keeps the proportions at a corner, and
 * snaps the angle.
 */
export function dragBox(box: PhotoBox, grip: Grip, from: Point, to: Point, constrain: boolean): PhotoBox {
  switch (grip.kind) {
    case 'move':
      return { ...box, cx: box.cx + to.x - from.x, cy: box.cy + to.y - from.y };
    case 'turn': {
      const angle = box.angle + bearing(box, to) - bearing(box, from);
      return { ...box, angle: wrapDegrees(constrain ? SNAP * Math.round(angle / SNAP) : angle) };
    }
    case 'resize':
      return resize(box, grip.u, grip.v, { x: to.x - from.x, y: to.y - from.y }, constrain);
  }
}

/** The direction from a box's centre to a point, in degrees counter-clockwise. */
function bearing({ cx, cy }: PhotoBox, { x, y }: Point): number {
  return (Math.atan2(cy - y, x - cx) * 180) / Math.PI;
}

function resize(box: PhotoBox, u: number, v: number, moved: Point, keepProportions: boolean): PhotoBox {
  const { across, down } = axesOf(box);
  let w = atLeast(box.w + u * (moved.x * across.x + moved.y * across.y), box.w);
  let h = atLeast(box.h + v * (moved.x * down.x + moved.y * down.y), box.h);
  if (keepProportions && u !== 0 && v !== 0) {
    const factor = Math.max(Math.abs(w / box.w), Math.abs(h / box.h));
    w = Math.sign(w) * Math.abs(box.w) * factor;
    h = Math.sign(h) * Math.abs(box.h) * factor;
  }
  // The opposite place stays, so the centre goes half the way.
  const anchor = pointIn(box, -u, -v);
  const opposite = pointIn({ ...box, w, h }, -u, -v);
  return { ...box, w, h, cx: box.cx + anchor.x - opposite.x, cy: box.cy + anchor.y - opposite.y };
}

/** A side that is not too thin; one that would be exactly 0 keeps the sign that it had. */
function atLeast(side: number, before: number): number {
  return Math.abs(side) >= THINNEST ? side : Math.sign(side || before) * THINNEST;
}

const CURSORS = ['ew-resize', 'nesw-resize', 'ns-resize', 'nwse-resize'] as const;

/** The CSS cursor for a place on the outline: the double arrow that is nearest to the way it is dragged. */
export function cursorOf({ u, v }: Extract<Grip, { kind: 'resize' }>, { w, h, angle }: PhotoBox): string {
  const upright = (Math.atan2(-v * Math.sign(h), u * Math.sign(w)) * 180) / Math.PI;
  const eighths = Math.round((upright + angle) / 45);
  return CURSORS[((eighths % 4) + 4) % 4];
}
