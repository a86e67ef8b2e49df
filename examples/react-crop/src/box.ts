/** A box as x, y, x2, y2, in pixels of the photo. */
export type Box = readonly [x: number, y: number, x2: number, y2: number];

/** A size in pixels. */
export interface PixelSize {
  width: number;
  height: number;
}

/** The box moved by (dx, dy) pixels, as far as the photo goes. */
export function movedBox([x, y, x2, y2]: Box, dx: number, dy: number, { width, height }: PixelSize): Box {
  const right = Math.min(Math.max(dx, -x), width - x2);
  const down = Math.min(Math.max(dy, -y), height - y2);
  return [x + right, y + down, x2 + right, y2 + down];
}

/** The box with its lower right corner moved by (dx, dy) pixels: as far as the photo goes, and no smaller than 8 pixels. */
export function resizedBox([x, y, x2, y2]: Box, dx: number, dy: number, { width, height }: PixelSize): Box {
  return [x, y, Math.min(Math.max(x2 + dx, x + 8), width), Math.min(Math.max(y2 + dy, y + 8), height)];
}
