import { CropError } from '@cropgrad/core';
import { SAMPLING_MODES } from '../../axis/modes.js';
import type { SampleProblem } from '../../problem.js';

/** How the taps of a problem are drawn onto textures. */
export interface BlendPlan {
  /** Elements of the image. */
  readonly elements: number;
  /** How many of them are summed up at a time: their sums take 48 or 80 bytes each. */
  readonly bandLength: number;
  /** How many of them are in a row of the texture of sums. */
  readonly columns: number;
  /** Taps of all points. */
  readonly taps: number;
  /** How many taps of an element may be added before digits are carried. */
  readonly most: number;
  /** How many taps are drawn at a time. */
  readonly tapsPerDraw: number;
}

const LONGEST_BAND = 2 ** 21;
/** Carrying goes over all elements of a band, so it is not done often. */
const MOST_TERMS = 2 ** 20;
const COLUMNS = 2048;
/** Vertices per draw: a bounded piece of work, so that no driver takes it for a hang. */
const VERTICES_PER_DRAW = 2 ** 22;
/** Indices of taps are int32. */
const MOST_TAPS = 2 ** 31 - 1;

/** Works out bands and draws. Throws `OUT_OF_MEMORY` for more taps than can be counted. */
export function planOf({ points, dimensions, attrs, channels }: SampleProblem, elements: number): BlendPlan {
  const taps = points * SAMPLING_MODES[attrs.mode].taps ** dimensions;
  if (taps > MOST_TAPS) {
    throw new CropError('OUT_OF_MEMORY', {
      what: 'webgl: the gradient of an image',
      got: `${taps} taps of all outputs together`,
      expected: `at most ${MOST_TAPS}`,
      next: 'Make fewer or smaller crops at a time',
    });
  }
  const bandLength = Math.min(elements, LONGEST_BAND);
  return {
    elements,
    bandLength,
    columns: Math.min(COLUMNS, bandLength),
    taps,
    most: MOST_TERMS,
    tapsPerDraw: Math.max(1, Math.floor(VERTICES_PER_DRAW / channels)),
  };
}
