/**
 * Where a thumbnail may lie in a photo: the affine map from the thumbnail's [-1, 1] × [-1, 1] to the photo's pixels, of which (0, 0)
 * is the top left corner of the first, as the rows (a, b, cx, d, e, cy). So (cx, cy) is the middle, and the first column is half the width.
 */
export type Place = readonly [a: number, b: number, cx: number, d: number, e: number, cy: number];

/** A place with its middle at (cx, cy), `width` × `height` pixels large, turned by so many radians as rotated boxes of core are. */
export function placeAt(cx: number, cy: number, width: number, height: number, radians = 0): Place {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return [(width / 2) * cos, (height / 2) * sin, cx, (-width / 2) * sin, (height / 2) * cos, cy];
}

/** The place that is left when the thumbnail is first moved within itself, by a 3 × 3 map of which the last row is (0, 0, 1). */
export function movedPlace([a, b, cx, d, e, cy]: Place, map: ArrayLike<number>): Place {
  const [m0, m1, m2, m3, m4, m5] = [map[0], map[1], map[2], map[3], map[4], map[5]];
  return [
    a * m0 + b * m3,
    a * m1 + b * m4,
    a * m2 + b * m5 + cx,
    d * m0 + e * m3,
    d * m1 + e * m4,
    d * m2 + e * m5 + cy,
  ];
}

/** A place as many times as wide and as high, with the same middle. */
export function grownPlace([a, b, cx, d, e, cy]: Place, wide: number, high: number): Place {
  return [a * wide, b * high, cx, d * wide, e * high, cy];
}

/** The box of this aspect, turned perhaps, that comes nearest to a place. */
export function turnedBox([a, b, cx, d, e, cy]: Place, aspect: number): Place {
  // Half the height times the cosine and the sine: once from each side of the box.
  const [cos, sin] = [(a / aspect + e) / 2, (b - d / aspect) / 2];
  const height = 2 * Math.hypot(cos, sin);
  return placeAt(cx, cy, height * aspect, height, Math.atan2(sin, cos));
}

/** The place's theta, row by row: to the photo's [-1, 1] × [-1, 1] in place of its pixels. */
export function thetaOfPlace([a, b, cx, d, e, cy]: Place, [height, width]: readonly number[]): number[] {
  const [x, y] = [2 / width, 2 / height];
  return [a * x, b * x, cx * x - 1, d * y, e * y, cy * y - 1];
}

/** Width and height in pixels. */
export function sizeOfPlace([a, b, , d, e]: Place): [width: number, height: number] {
  return [2 * Math.hypot(a, d), 2 * Math.hypot(b, e)];
}

/** By how much a turned box is turned. */
export function radiansOfPlace([a, , , d]: Place): number {
  return Math.atan2(-d, a);
}

/** How far the corners of two places are apart, at most, in widths of the first: the root of its area. */
export function placeDistance(one: Place, other: Place): number {
  const [width, height] = sizeOfPlace(one);
  let far = 0;
  for (const [u, v] of CORNERS) {
    const dx = (one[0] - other[0]) * u + (one[1] - other[1]) * v + one[2] - other[2];
    const dy = (one[3] - other[3]) * u + (one[4] - other[4]) * v + one[5] - other[5];
    far = Math.max(far, Math.hypot(dx, dy));
  }
  return far / Math.sqrt(width * height);
}

const CORNERS: readonly (readonly [number, number])[] = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
];
