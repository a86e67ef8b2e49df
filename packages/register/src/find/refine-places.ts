import { dispose, type Tensor4D } from '@tensorflow/tfjs-core';
import { layerOf } from '../fit/layer.js';
import { Motion } from '../fit/motion.js';
import { refine } from '../fit/refine.js';
import { agreements } from './agreements.js';
import { atSide } from './at-side.js';
import type { Candidate } from './distinct-places.js';
import type { FindModel } from './found-crop.js';
import type { Octaves } from './octaves.js';
import { grownPlace, movedPlace, turnedBox } from './place.js';

/** A place after {@link refinePlaces}. */
export interface RefinedPlace extends Candidate {
  /** Zero-mean normalised cross-correlation. */
  score: number;
  /** One standard deviation of the least certain corner, in pixels of the small thumbnail, if the difference is white noise. */
  sigma: number;
}

/**
 * Lays the thumbnail, shrunk to `side`, on each place as well as it fits: each is cut out of the photo with some room around it, a
 * `margin` of its size on each side, with pixels as large as the thumbnail's, and the two are aligned.
 * Places are ranked by values and by slopes: of bricks, or of pieces of a sky, the values of many fit.
 */
export async function refinePlaces(
  octaves: Octaves,
  thumbnail: Tensor4D,
  candidates: readonly Candidate[],
  { side, margin, model, signal }: { side: number; margin: number; model: FindModel; signal: AbortSignal | undefined },
): Promise<RefinedPlace[]> {
  const small = atSide(thumbnail, side);
  const [, h, w] = small.shape;
  const [high, wide] = [Math.ceil(h * (1 + 2 * margin)), Math.ceil(w * (1 + 2 * margin))];
  const around = candidates.map(({ place }) => grownPlace(place, wide / w, high / h));
  const patches = octaves.cut(around, [high, wide]);
  const [moving, fixed] = [layerOf(patches, null, 1), layerOf(small, null, 1)];
  dispose([small, patches]);
  try {
    const start = Float64Array.of(w / wide, 0, 0, 0, h / high, 0, 0, 0, 1);
    const motionModel = model === 'box' ? 'box' : 'similarity';
    const rules = { iterations: 12, stopPixels: 0.005, minOverlap: 0.7 };
    const starts = candidates.map(() => start);
    const refined = await refine({ moving, fixed, starts, model: motionModel, ...rules }, signal);
    const motion = new Motion(motionModel, [h, w]);
    const aspect = thumbnail.shape[2] / thumbnail.shape[1];
    const places = refined.map(({ map }, n) => {
      const place = movedPlace(around[n], map);
      return model === 'box' ? place : turnedBox(place, aspect);
    });
    const slopes = await agreements(octaves, thumbnail, places, side);
    return refined.map(({ score, overlap, covariance }, n) => ({
      place: places[n],
      rank: slopes[n].whole + score - BEYOND * (1 - overlap),
      score,
      sigma: covariance ? motion.worstDeviation(covariance) : Number.POSITIVE_INFINITY,
    }));
  } finally {
    dispose([moving.pixels, fixed.pixels]);
  }
}

/** What it costs a place to lie outside what was cut out. */
const BEYOND = 0.1;
