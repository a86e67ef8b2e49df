/** A place in the photo, in its pixels: pixel k spans k to k + 1. */
export interface Point {
  x: number;
  y: number;
}

/**
 * A box in the photo: its centre and full size in pixels, and the degrees by which it is turned counter-clockwise, as
 * seen on screen. A negative width or height mirrors the crop.
 */
export interface PhotoBox {
  cx: number;
  cy: number;
  w: number;
  h: number;
  angle: number;
}

/** The size of a photo or a crop, in pixels. */
export interface PixelSize {
  width: number;
  height: number;
}

/** The point at (u, v) of a box, both from -1 to 1: (-1, -1) is the corner that the crop shows at its top left. */
export function pointIn(box: PhotoBox, u: number, v: number): Point {
  const { across, down } = axesOf(box);
  const dx = (u * box.w) / 2;
  const dy = (v * box.h) / 2;
  return { x: box.cx + dx * across.x + dy * down.x, y: box.cy + dx * across.y + dy * down.y };
}

/** Whether a point is in a box, or on its outline. */
export function isIn(box: PhotoBox, { x, y }: Point): boolean {
  const { across, down } = axesOf(box);
  const [dx, dy] = [x - box.cx, y - box.cy];
  const isBetween = (by: Point, side: number) => Math.abs(dx * by.x + dy * by.y) <= Math.abs(side) / 2;
  return isBetween(across, box.w) && isBetween(down, box.h);
}

/** The directions, of length 1, in which a box's columns and rows are counted. */
export function axesOf({ angle }: PhotoBox): { across: Point; down: Point } {
  const cos = Math.cos(radians(angle));
  const sin = Math.sin(radians(angle));
  return { across: { x: cos, y: -sin }, down: { x: sin, y: cos } };
}

/** The four corners of a box, in the order in which its outline runs. */
export function cornersOf(box: PhotoBox): Point[] {
  return [pointIn(box, -1, -1), pointIn(box, 1, -1), pointIn(box, 1, 1), pointIn(box, -1, 1)];
}

/** The largest distance from a corner of one box to the same corner of the other, in pixels. */
export function cornerDistance(a: PhotoBox, b: PhotoBox): number {
  const others = cornersOf(b);
  return Math.max(...cornersOf(a).map(({ x, y }, i) => Math.hypot(x - others[i].x, y - others[i].y)));
}

/** Degrees brought into the range from -180 (left out) to 180. */
export function wrapDegrees(angle: number): number {
  const wrapped = angle - 360 * Math.floor(angle / 360);
  return wrapped > 180 ? wrapped - 360 : wrapped;
}

export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
