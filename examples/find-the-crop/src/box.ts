/** A box in pixels: (x, y) of one corner and (x2, y2) of the opposite one. */
export type Box = readonly [x: number, y: number, x2: number, y2: number];

/** The largest distance in pixels between corners of two boxes that should coincide. */
export function cornerError(a: Box, b: Box): number {
  return Math.max(...cornerDistances(a, b));
}

/** How far each of the four corners of one box is from that of the other, in pixels. */
export function cornerDistances([ax, ay, ax2, ay2]: Box, [bx, by, bx2, by2]: Box): number[] {
  const [left, right, top, bottom] = [ax - bx, ax2 - bx2, ay - by, ay2 - by2];
  return [Math.hypot(left, top), Math.hypot(right, top), Math.hypot(left, bottom), Math.hypot(right, bottom)];
}

/** A box to start from that is plainly wrong: shifted by 60 px across and 50 px down or up, towards the wider margins. */
export function wrongBox([x, y, x2, y2]: Box, height: number, width: number): Box {
  const dx = width - x2 >= x ? 60 : -60;
  const dy = height - y2 >= y ? 50 : -50;
  return [x + dx, y + dy, x2 + dx, y2 + dy];
}
