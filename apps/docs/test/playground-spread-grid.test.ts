import { describe, expect, it } from 'vitest';
import { spreadGrid } from '../playground/spread-grid.js';

/** Rows 3 apart of points 2 apart. */
function grid(rows: number, columns: number): number[] {
  return Array.from({ length: rows * columns }, (_, k) => [2 * (k % columns), 3 * Math.floor(k / columns)]).flat();
}

describe('a grid of dots', () => {
  it('is whole where dots are far enough apart', () => {
    expect(spreadGrid(grid(2, 3), 3, 2)).toHaveLength(6);
  });

  it('leaves rows and columns out where they are not, each as many as need be', () => {
    expect(spreadGrid(grid(4, 5), 5, 4)).toEqual([
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 8, y: 0 },
      { x: 0, y: 6 },
      { x: 4, y: 6 },
      { x: 8, y: 6 },
    ]);
  });

  it('is one dot where all lie on one place, and none where there are none', () => {
    expect(spreadGrid(Array(2 * 12).fill(7), 4, 6)).toEqual([{ x: 7, y: 7 }]);
    expect(spreadGrid([], 0, 6)).toEqual([]);
  });
});
