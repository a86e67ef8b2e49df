import { farthestApart } from './farthest-apart.js';

/** Of a list, best first, so many that are apart from all better ones. */
export function distinct<T extends { readonly map: Float64Array }>(
  sorted: readonly T[],
  apart: number,
  most: number,
): T[] {
  const kept: T[] = [];
  for (const one of sorted) {
    if (kept.length === most) break;
    if (kept.every(({ map }) => farthestApart(map, one.map) > apart)) kept.push(one);
  }
  return kept;
}
