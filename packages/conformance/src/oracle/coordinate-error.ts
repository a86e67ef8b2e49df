import type { Points } from './points.js';

/**
 * How far rounding may move coordinate k of a point of crop n, which is x in pixels: u is the unit roundoff, S the axis
 * size, and the terms of a theta may cancel.
 */
export function coordinateError(x: number, n: number, k: number, points: Points, u: number): number {
  const S = points.axes[k].size;
  const fromGrid = 4 * u * (Math.abs(x) + S);
  if (!points.maps) return fromGrid;
  const terms = points.maps[n][k].reduce((sum, entry) => sum + Math.abs(entry), 1);
  return fromGrid + (8 * u * terms * S) / 2;
}
