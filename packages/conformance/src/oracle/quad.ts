/** A quad: the corners of a crop in its image, from the top left clockwise. */
export type Quad = readonly (readonly [x: number, y: number])[];

/** The same corners in the crop: (u, v, 1) each. */
export const CORNERS: readonly (readonly [u: number, v: number, one: 1])[] = [
  [-1, -1, 1],
  [1, -1, 1],
  [1, 1, 1],
  [-1, 1, 1],
];

/** The gradient of a quad, corner by corner, given its theta, whose last entry is 1, and the gradient of that. */
export function quadGradient(dtheta: readonly number[], theta: readonly number[], quad: Quad): number[] {
  // Eight equations bind theta to the corners: theta (u, v, 1) is W times the corner.
  const columns = CORNERS.flatMap(([u, v], i) => {
    const [x, y] = quad[i];
    return [
      [u, v, 1, 0, 0, 0, -u * x, -v * x],
      [0, 0, 0, u, v, 1, -u * y, -v * y],
    ];
  });
  const rows = columns[0].map((_, entry) => columns.map((column) => column[entry]));
  const shares = solve(rows, dtheta.slice(0, 8));
  return CORNERS.flatMap(([u, v], i) => {
    const w = theta[6] * u + theta[7] * v + theta[8];
    return [w * shares[2 * i], w * shares[2 * i + 1]];
  });
}

/** Solves a system by elimination, the largest entry of each column first. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  const count = rows.length;
  for (let k = 0; k < count; k++) {
    const pivot = rows
      .slice(k)
      .reduce((best, row, i) => (Math.abs(row[k]) > Math.abs(rows[best][k]) ? k + i : best), k);
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    for (let i = 0; i < count; i++) {
      if (i === k) continue;
      const factor = rows[i][k] / rows[k][k];
      for (let j = k; j <= count; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  return rows.map((row, k) => row[count] / row[k]);
}
