/** Where a thumbnail was cut from, in pixels of the upright photo, of which (0, 0) is the top left corner. */
export interface Placement {
  /** Left, top, right and bottom edge, before it is turned. */
  readonly box: readonly [x: number, y: number, x2: number, y2: number];
  /** By how much the box is then turned about its middle: degrees, counter-clockwise as one sees it. */
  readonly rotation: number;
}

/** The placement that a theta [1,2,3] means in a photo: from the thumbnail's [-1, 1] to the photo's. */
export function placementOf(theta: ArrayLike<number>, width: number, height: number): Placement {
  const [a, b, cx] = [theta[0] * width, theta[1] * width, ((theta[2] + 1) * width) / 2];
  const [d, e, cy] = [theta[3] * height, theta[4] * height, ((theta[5] + 1) * height) / 2];
  const [w, h] = [Math.hypot(a, d) / 2, Math.hypot(b, e) / 2];
  const rotation = d === 0 ? 0 : (-Math.atan2(d, a) * 180) / Math.PI;
  return { box: [cx - w, cy - h, cx + w, cy + h], rotation };
}

/** The corners of a placement: top left, top right, bottom right and bottom left one. */
export function cornersOf({ box: [x, y, x2, y2], rotation }: Placement): [x: number, y: number][] {
  const [cx, cy] = [(x + x2) / 2, (y + y2) / 2];
  const [cos, sin] = [Math.cos((rotation * Math.PI) / 180), Math.sin((rotation * Math.PI) / 180)];
  const turned = (px: number, py: number): [number, number] => [
    cx + (px - cx) * cos + (py - cy) * sin,
    cy - (px - cx) * sin + (py - cy) * cos,
  ];
  return [turned(x, y), turned(x2, y), turned(x2, y2), turned(x, y2)];
}
