/** A map of 9 numbers, row by row, of pixels: the middle of the first pixel is (0, 0). */
export type Warp = readonly number[];

export type Point = readonly [x: number, y: number];

/** Where a warp puts a point. */
export function warped(warp: Warp, [x, y]: Point): Point {
  const w = warp[6] * x + warp[7] * y + warp[8];
  return [(warp[0] * x + warp[1] * y + warp[2]) / w, (warp[3] * x + warp[4] * y + warp[5]) / w];
}

/** The warp that puts four points on four others. */
export function warpOf(from: readonly Point[], to: readonly Point[]): Warp {
  const rows = from.flatMap(([x, y], i) => {
    const [u, v] = to[i];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  return [...solved(rows), 1];
}

/** A normalised theta of 6 or 9 numbers as a warp of pixels, between images of these sizes. */
export function warpOfTheta(theta: ArrayLike<number>, moving: Size, fixed: Size): Warp {
  const square = Array.from({ length: 9 }, (_, i) => theta[i] ?? Number(i === 8));
  const corners: Point[] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ];
  const pixels = ([x, y]: Point, { width, height }: Size): Point => [
    ((x + 1) * width - 1) / 2,
    ((y + 1) * height - 1) / 2,
  ];
  return warpOf(
    corners.map((corner) => pixels(corner, fixed)),
    corners.map((corner) => pixels(warped(square, corner), moving)),
  );
}

export interface Size {
  width: number;
  height: number;
}

/** The corners of an image: the middles of its corner pixels. */
export function cornersOf({ width, height }: Size): Point[] {
  return [
    [0, 0],
    [width - 1, 0],
    [width - 1, height - 1],
    [0, height - 1],
  ];
}

/** Gauss and Jordan's elimination, with row exchanges; the last column is the right side. */
function solved(rows: number[][]): number[] {
  const left = rows.map((row) => [...row]);
  const count = left.length;
  for (let k = 0; k < count; k++) {
    const pivot = left.reduce((best, row, i) => (i >= k && Math.abs(row[k]) > Math.abs(left[best][k]) ? i : best), k);
    [left[k], left[pivot]] = [left[pivot], left[k]];
    for (let i = 0; i < count; i++) {
      if (i === k) continue;
      const factor = left[i][k] / left[k][k];
      for (let j = k; j <= count; j++) left[i][j] -= factor * left[k][j];
    }
  }
  return left.map((row, k) => row[count] / row[k]);
}
