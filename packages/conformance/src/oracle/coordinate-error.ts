import type { Points } from './points.js';

/**
 * How far rounding may move coordinate k of point s of crop n, which is x in pixels: u is the unit roundoff, S the axis
 * size, and the terms of a theta may cancel.
 */
export function coordinateError(x: number, n: number, s: number, k: number, points: Points, u: number): number {
  const S = points.axes[k].size;
  const fromGrid = 4 * u * (Math.abs(x) + S);
  const terms = points.views ? points.views[n].terms(s, k) : points.maps ? sumOf(points.maps[n][k]) : 0;
  return fromGrid + (8 * u * terms * S) / 2;
}

function sumOf(row: readonly number[]): number {
  return row.reduce((sum, entry) => sum + Math.abs(entry), 1);
}
