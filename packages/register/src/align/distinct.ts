import { type Matrix, sideOf } from '../algebra/matrix.js';
import { cornersOf } from '../fit/motion.js';

/** Of a list, best first, so many whose maps put a corner apart from where all better ones do: by a part of half the fixed image. */
export function distinct<T extends { readonly map: Matrix }>(sorted: readonly T[], apart: number, most: number): T[] {
  const kept: T[] = [];
  const places: Float64Array[] = [];
  for (const one of sorted) {
    if (kept.length === most) break;
    const place = cornersThrough(one.map);
    const least = apart * scaleOf(one.map);
    if (places.some((other) => farthest(place, other, sideOf(one.map) - 1) <= least)) continue;
    kept.push(one);
    places.push(place);
  }
  return kept;
}

/** How much longer a map makes what it moves, on average over the axes. */
export function scaleOf(map: Matrix): number {
  const side = sideOf(map);
  const axes = Array.from({ length: side - 1 }, (_, axis) => axis);
  const lengths = axes.map((column) => Math.hypot(...axes.map((row) => map[row * side + column])));
  return lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
}

/** Where a map puts the corners of the fixed image, one after the other. */
function cornersThrough(map: Matrix): Float64Array {
  const side = sideOf(map);
  const corners = cornersOf(side - 1);
  const places = new Float64Array(corners.length * (side - 1));
  for (const [n, corner] of corners.entries()) {
    const row = (k: number): number =>
      corner.reduce((sum, one, column) => sum + map[k * side + column] * one, map[k * side + side - 1]);
    const last = row(side - 1);
    for (let axis = 0; axis < side - 1; axis++) places[n * (side - 1) + axis] = row(axis) / last;
  }
  return places;
}

/** The largest distance between points of two lists. */
function farthest(a: Float64Array, b: Float64Array, dimensions: number): number {
  let most = 0;
  for (let k = 0; k < a.length; k += dimensions) {
    let squares = 0;
    for (let axis = 0; axis < dimensions; axis++) squares += (a[k + axis] - b[k + axis]) ** 2;
    most = Math.max(most, squares);
  }
  return Math.sqrt(most);
}
