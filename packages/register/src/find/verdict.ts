import type { Tensor4D } from '@tensorflow/tfjs-core';
import { agreements } from './agreements.js';
import type { FindReason } from './found-crop.js';
import type { Octaves } from './octaves.js';
import { placeDistance } from './place.js';
import type { RefinedPlace } from './refine-places.js';

/**
 * Why the best of some places is not an answer, or null if it is one. Values that correlate say little, as both images may be
 * brighter at the top. So this checks whether the slopes of both correlate.
 */
export async function verdict(
  octaves: Octaves,
  thumbnail: Tensor4D,
  places: readonly RefinedPlace[],
): Promise<FindReason | null> {
  const [best, ...others] = await agreements(
    octaves,
    thumbnail,
    places.map(({ place }) => place),
    SIDE,
  );
  if (best.whole < WHOLE || best.worst < WORST) return best.middle < WHOLE ? 'unrelated' : 'partial';
  if (places[0].sigma > SIGMA) return 'uncertain';
  const rival = others.some(
    ({ whole, worst }, k) =>
      placeDistance(places[0].place, places[k + 1].place) > ELSEWHERE &&
      worst >= WORST &&
      1 - whole < AS_WELL * (1 - best.whole) + ROUGHLY,
  );
  return rival ? 'ambiguous' : null;
}

const SIDE = 32;
/** The least that the slopes must agree over all of the thumbnail, and in all but a tenth of its blocks. */
const WHOLE = 0.87;
const WORST = 0.4;
/** The most that a corner may be uncertain, in pixels of the thumbnail where it was last refined. */
const SIGMA = 0.12;
/** How far another place must be from the best one to be no part of the same answer, in widths. */
const ELSEWHERE = 0.5;
/** Another place fits as well where it lacks less than so many times what the best one lacks, and a little. */
const AS_WELL = 2;
const ROUGHLY = 0.01;
