import type { Point } from './box.js';

/**
 * The points of one in every so many rows and columns of a grid, so that neighbours are at least `pitch` apart. `points` is
 * x and y of each, row by row.
 */
export function spreadGrid(points: ArrayLike<number>, columns: number, pitch: number): Point[] {
  const rows = columns === 0 ? 0 : points.length / 2 / columns;
  const at = (row: number, column: number): Point => {
    const k = 2 * (row * columns + column);
    return { x: points[k], y: points[k + 1] };
  };
  const step = (count: number, next: Point) =>
    count > 1 ? Math.max(1, Math.ceil(pitch / distance(at(0, 0), next))) : 1;
  const [down, across] = [step(rows, at(1, 0)), step(columns, at(0, 1))];
  const kept: Point[] = [];
  for (let row = 0; row < rows; row += down) {
    for (let column = 0; column < columns; column += across) kept.push(at(row, column));
  }
  return kept;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
