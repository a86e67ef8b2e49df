/** A convex polygon: its corners, in turn. */
export type Polygon = readonly (readonly [x: number, y: number])[];

/** The corners of a turned rectangle, clockwise as seen on screen. */
export function cornersOf(box: { width: number; height: number; cx: number; cy: number; radians: number }): Polygon {
  const [cos, sin] = [Math.cos(box.radians), Math.sin(box.radians)];
  return SIGNS.map(([u, v]) => {
    const [x, y] = [(u * box.width) / 2, (v * box.height) / 2];
    return [box.cx + cos * x + sin * y, box.cy - sin * x + cos * y] as const;
  });
}

/** What two convex polygons share, over what either covers: 1 where they are the same. */
export function iou(one: Polygon, other: Polygon): number {
  const shared = area(clipped(one, other));
  return shared / (area(one) + area(other) - shared);
}

function area(polygon: Polygon): number {
  let twice = 0;
  for (const [k, [x, y]] of polygon.entries()) {
    const [nextX, nextY] = polygon[(k + 1) % polygon.length];
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}

/** Sutherland and Hodgman's way: what is left of a polygon inside each side of the other, one after the other. */
function clipped(polygon: Polygon, by: Polygon): Polygon {
  let left: Polygon = polygon;
  for (const [k, [x, y]] of by.entries()) {
    const [nextX, nextY] = by[(k + 1) % by.length];
    const inside = ([px, py]: readonly [number, number]): number => (nextX - x) * (py - y) - (nextY - y) * (px - x);
    left = left.flatMap((corner, i) => {
      const next = left[(i + 1) % left.length];
      const [here, there] = [inside(corner), inside(next)];
      const crossing = here < 0 === there < 0 ? [] : [between(corner, next, here / (here - there))];
      return here < 0 ? crossing : [corner, ...crossing];
    });
  }
  return left;
}

function between(
  one: readonly [number, number],
  other: readonly [number, number],
  t: number,
): readonly [number, number] {
  return [one[0] + t * (other[0] - one[0]), one[1] + t * (other[1] - one[1])];
}

const SIGNS: readonly (readonly [number, number])[] = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
];
