import type { Box } from './box.js';

/** How far each edge of the start box is from the true one, at least, in pixels; in a tiny photo, a quarter of its side. */
const MIN_OFFSET = 60;

/** A wrong box to start from, the same each time: every edge is at least 60 px away from the true one. */
export function startBox([x, y, x2, y2]: Box, height: number, width: number): Box {
  const [left, right] = startSpan(x, x2, width);
  const [top, bottom] = startSpan(y, y2, height);
  return [left, top, right, bottom];
}

/** Along one axis, the first of these that lies within the photo: moved and stretched, just moved, grown, shrunk. */
function startSpan(near: number, far: number, limit: number): readonly [number, number] {
  const length = far - near;
  const least = Math.min(MIN_OFFSET, limit / 4);
  const move = Math.max(least, length / 2);
  const stretch = length / 10;
  const movedUp = [near + least, far + least] as const;
  const movedDown = [near - least, far - least] as const;
  const candidates = [
    [near + move, far + move + stretch],
    [near - move - stretch, far - move],
    movedUp,
    movedDown,
    [near - least, far + least],
    [near + least, far - least],
  ] as const;
  const within = candidates.find(([start, end]) => start >= 0 && end <= limit && end - start >= length / 3);
  // Where none fits, the start reaches over the edge that has more room.
  return within ?? (limit - far >= near ? movedUp : movedDown);
}
