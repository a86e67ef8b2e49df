import { type Place, placeDistance } from './place.js';

/** A place, and how well the thumbnail fits there: larger is better. */
export interface Candidate {
  place: Place;
  rank: number;
}

/** The best candidates, at most so many, best first, without those within so many box widths of a better one. */
export function distinctPlaces<C extends Candidate>(candidates: readonly C[], apart: number, most: number): C[] {
  const kept: C[] = [];
  for (const candidate of candidates.toSorted((one, other) => other.rank - one.rank)) {
    if (kept.length === most) break;
    if (kept.every(({ place }) => placeDistance(place, candidate.place) > apart)) kept.push(candidate);
  }
  return kept;
}
