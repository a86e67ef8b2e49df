import { moments, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import { atSide, sizeAtSide } from './at-side.js';
import { distinctPlaces } from './distinct-places.js';
import type { FindModel, FindReason, FindStep } from './found-crop.js';
import type { Octaves } from './octaves.js';
import { type Place, placeAt } from './place.js';
import { type RefinedPlace, refinePlaces } from './refine-places.js';
import { scalesFor } from './scales.js';
import { search } from './search.js';
import { verdict } from './verdict.js';

/** What {@link findPlace} needs to know. */
export interface FindRules {
  model: FindModel;
  enlarged: boolean;
  signal: AbortSignal | undefined;
  onStep: ((step: FindStep) => void) | undefined;
}

/** Where a thumbnail lies in a photo, and why that is no answer, or null. */
export interface FoundPlace {
  place: Place;
  score: number;
  reason: FindReason | null;
}

/**
 * Finds a grey thumbnail [1,h,w,1] in a photo, both in levels of 255: everywhere at 16 × 16 pixels, then, where it fits best, at
 * 16, 40 and 96.
 */
export async function findPlace(octaves: Octaves, thumbnail: Tensor4D, rules: FindRules): Promise<FoundPlace> {
  const { model, enlarged, signal } = rules;
  const [, height, width] = thumbnail.shape;
  const scales = scalesFor(octaves.size, [height, width], enlarged ? SMALLEST_ENLARGED : SMALLEST);
  if (scales.length === 0) return nothingLookedFor(octaves.size, 'enlarged');
  const whole = placeAt(octaves.size[1] / 2, octaves.size[0] / 2, octaves.size[1], octaves.size[0]);
  const contrast = Math.min(
    await contrastOf(() => atSide(thumbnail, CONTRAST_SIDE)),
    await contrastOf(() => octaves.cut([whole], sizeAtSide(octaves.size, CONTRAST_SIDE))),
  );
  if (contrast < NO_CONTRAST) return nothingLookedFor(octaves.size, 'flat');

  const of = scales.length + STAGES.length;
  let done = 0;
  const step = (stage: FindStep['stage']): void => {
    done++;
    rules.onStep?.({ stage, done, of });
    signal?.throwIfAborted();
  };
  const angles = model === 'box' ? [0] : ANGLES;
  let candidates = await search(octaves, thumbnail, { scales, angles, floor: FLOOR }, () => step('search'));
  let places: RefinedPlace[] = [];
  for (const { side, margin, keep, apart } of STAGES) {
    const refined = await refinePlaces(octaves, thumbnail, candidates, { side, margin, model, signal });
    places = distinctPlaces(refined, apart, keep);
    candidates = places;
    step('refine');
  }
  const [{ place, score }] = places;
  const reason = await verdict(octaves, thumbnail, places);
  return { place, score, reason: reason === 'unrelated' && contrast < LOW_CONTRAST ? 'flat' : reason };
}

/** How many photo pixels the smallest pixel has that {@link findPlace} cuts out for a thumbnail [1,h,w,1]. */
export function finestPixel(thumbnail: Tensor4D, { enlarged }: FindRules): number {
  const side = Math.sqrt(thumbnail.shape[1] * thumbnail.shape[2]);
  return ((enlarged ? SMALLEST_ENLARGED : SMALLEST) * side) / Math.min(side, STAGES[STAGES.length - 1].side);
}

/** The answer if a search makes no sense: the whole photo. */
export function nothingLookedFor([height, width]: readonly number[], reason: FindReason): FoundPlace {
  return { place: placeAt(width / 2, height / 2, width, height), score: 0, reason };
}

/** The standard deviation of a small image. */
async function contrastOf(image: () => Tensor4D): Promise<number> {
  const variance = tidy(() => moments(image()).variance);
  const [value] = await variance.data().finally(() => variance.dispose());
  return Math.sqrt(value);
}

/** So small that the noise of JPEG is gone. */
const CONTRAST_SIDE = 32;
/** In levels: below the first there is nothing to look for; below the second, what is not found is called flat. */
const NO_CONTRAST = 0.5;
const LOW_CONTRAST = 3;

/** In photo pixels per thumbnail pixel: a little room for what is as large. */
const SMALLEST = 0.9;
const SMALLEST_ENLARGED = 0.3;
/** What a variance of the shrunk photo must exceed to count: 0.7 levels. A clear sky has little more. */
const FLOOR = 0.5;
const ANGLES: readonly number[] = [-8, -4, 0, 4, 8].map((degrees) => (degrees * Math.PI) / 180);
/** How large the thumbnail is, how much is cut around each place, how many places are kept, and how far apart, in widths. */
const STAGES = [
  { side: 16, margin: 0.3, keep: 6, apart: 0.1 },
  { side: 40, margin: 0.2, keep: 2, apart: 0.1 },
  { side: 96, margin: 0.12, keep: 2, apart: 0.03 },
] as const;
