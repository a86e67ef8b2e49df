import type { Tensor3D } from '@tensorflow/tfjs-core';

/**
 * Why there is no answer: an image has almost no contrast (`'flat'`); too little of the fixed image is covered (`'overlap'`);
 * the two do not show the same (`'unrelated'`); they do, but a corner may be off by more than 0.4 pixels (`'uncertain'`);
 * one part fits and another does not (`'partial'`).
 */
export type Reason = 'flat' | 'overlap' | 'unrelated' | 'uncertain' | 'partial';

/** Where one image lies in another. */
export interface Registration {
  /**
   * From points of the fixed image to points of the moving one, normalised: [1,2,3], [1,3,3] for a homography, or [1,3,4] for volumes.
   * `affineSample` or `perspectiveSample` of the moving image with it gives the aligned image. Yours to dispose.
   */
  theta: Tensor3D;
  /** How alike the two are where they overlap: zero-mean normalised cross-correlation, -1 to 1. */
  score: number;
  /** The root mean square of the difference there, in units of the fixed image's values. */
  residual: number;
  /** How much of the fixed image is covered, 0 to 1. */
  overlap: number;
  /** Whether theta is reliable. If not, it is only the best candidate, and `reason` says why. */
  found: boolean;
  /** Why it is not reliable, or null. */
  reason: Reason | null;
  /** How far the least certain corner may be off, in pixels of the fixed image: see {@link Registration.sigmaAt}. */
  sigma: number;
  /**
   * How far each of the points [x, y], or [x, y, z], of the fixed image may be off: one standard deviation, in pixels of the fixed image.
   * It is computed from the slopes that both images share. Of pairs that were made with a known map, the worst corner lay within one
   * sigma for about half, and within three for 96 % (bench/results/register).
   */
  sigmaAt(points: readonly (readonly number[])[]): Float32Array;
}

/** One step of a registration. */
export interface Step {
  /** Which pair of a batch this is about. */
  pair: number;
  /** `'first'`: a try on halved images. `'search'`: the search over the whole image, if that fails. `'finish'`: the fit at full size. */
  stage: 'first' | 'search' | 'finish';
  /** How often the images are halved. */
  level: number;
  /** How often this level has been evaluated. 0 means that this step only checks the result. */
  iteration: number;
  /** How many points of the moving image this step sampled. */
  samples: number;
  /** The best theta so far, row by row: 9 numbers, the last row (0, 0, 1) unless it is a homography. */
  theta: Float64Array;
  /** Its score. */
  score: number;
  /** Its overlap. */
  overlap: number;
}
