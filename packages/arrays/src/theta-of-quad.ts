/** Whether the corners of a quad, one after the other, turn the same way at each of them: only then can it be straightened. */
export function isConvex(quad: readonly number[]): boolean {
  const at = (corner: number): [number, number] => [quad[(2 * corner) % 8], quad[(2 * corner + 1) % 8]];
  const turns = [0, 1, 2, 3].map((corner) => {
    const [[x0, y0], [x1, y1], [x2, y2]] = [at(corner), at(corner + 1), at(corner + 2)];
    return (x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1);
  });
  return turns.every((turn) => turn > 0) || turns.every((turn) => turn < 0);
}

/**
 * The perspective theta [3,3] that straightens a quad in pixels, row by row: Heckbert's closed form, as `quadToTheta` of
 * `@cropgrad/core`. The quad is convex.
 */
export function thetaOfQuad(quad: readonly number[], width: number, height: number): number[] {
  const [x0, y0, x1, y1, x2, y2, x3, y3] = quad.map((at, i) => (2 * at) / (i % 2 === 0 ? width : height) - 1);
  const turn = (x1 - x2) * (y3 - y2) - (y1 - y2) * (x3 - x2);
  const [bentX, bentY] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3];
  // With W = 1 at the first corner it is 1 + g at the second and 1 + h at the fourth.
  const g = (bentX * (y3 - y2) - bentY * (x3 - x2)) / turn;
  const h = ((x1 - x2) * bentY - (y1 - y2) * bentX) / turn;
  const row = (p0: number, p1: number, p3: number): number[] => {
    const [q1, q3] = [p1 * (1 + g), p3 * (1 + h)];
    return [(q1 - p0) / 2, (q3 - p0) / 2, (q1 + q3) / 2];
  };
  const last = 1 + (g + h) / 2;
  return [...row(x0, x1, x3), ...row(y0, y1, y3), g / 2, h / 2, last].map((entry) => entry / last);
}
