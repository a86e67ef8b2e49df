import type { AffineGridCase } from '../case.js';
import { affineGrid } from '../oracle/affine-grid.js';
import { rowsOf } from '../oracle/points.js';
import { type Accepted, around } from './interval.js';
import type { Precision } from './precision.js';

/** What every coordinate of an affine grid may be: 8 roundings of the terms that are summed. */
export function acceptGrid(c: AffineGridCase, { unit }: Precision): Accepted[] {
  const grid = affineGrid(c.theta, c.size, c.options.alignCorners);
  const rows = c.size.length;
  const maps = rowsOf(c.theta);
  const perCrop = grid.length / Math.max(1, c.theta.shape[0]);
  return Array.from(grid, (value, i) => {
    const terms = maps[Math.floor(i / perCrop)][i % rows];
    return [around(value, 8 * unit * terms.reduce((sum, entry) => sum + Math.abs(entry), 0))];
  });
}
