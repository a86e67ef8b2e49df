import type { Tensor3D } from '@tensorflow/tfjs-core';

/**
 * Why there is no answer: an image has next to no contrast (`'flat'`); too little of the fixed image is covered (`'overlap'`);
 * the two do not show the same (`'unrelated'`); they do, but a corner may be off by more than 0.4 pixels (`'uncertain'`);
 * one part fits and another does not (`'partial'`).
 */
export type Reason = 'flat' | 'overlap' | 'unrelated' | 'uncertain' | 'partial';

/** Where one image lies in another. */
export interface Registration {
  /**
   * From points of the fixed image to points of the moving one, normalised: [1,2,3], [1,3,3] for a homography, or [1,3,4] for volumes. What
   * `affineSample` or `perspectiveSample` makes of the moving image with it lies on the fixed one. Yours to dispose.
   */
  theta: Tensor3D;
  /** How alike the two are where they overlap: zero-mean normalised cross-correlation, -1 to 1. */
  score: number;
  /** The root of the mean square of what differs there, in units of the fixed image's values. */
  residual: number;
  /** How much of the fixed image is covered, 0 to 1. */
  overlap: number;
  /** Whether theta can be believed. If not, it is the best there was, and `reason` says why it is none. */
  found: boolean;
  /** Why not, or null. */
  reason: Reason | null;
  /** How far the corner that is known worst may be off, in pixels of the fixed image: see {@link Registration.sigmaAt}. */
  sigma: number;
  /**
   * How far each of the points [x, y], or [x, y, z], of the fixed image may be off: one standard deviation in pixels of the fixed image, as if what differs were
   * white noise. It is not, so this is several times too small; but it tells points that are known well from those that are not.
   */
  sigmaAt(points: readonly (readonly number[])[]): Float32Array;
}

/** One step on the way. */
export interface Step {
  /** Which pair of a batch this is about. */
  pair: number;
  /** The first try, on halved images; the search over the whole image where that fails; and the fit of the images themselves. */
  stage: 'first' | 'search' | 'finish';
  /** How often the images are halved. */
  level: number;
  /** How often this level has been evaluated; 0 where what came of it is only looked at. */
  iteration: number;
  /** How many points of the moving image were sampled for it. */
  samples: number;
  /** The best theta so far, row by row: 9 numbers, the last row (0, 0, 1) unless it is a homography. */
  theta: Float64Array;
  /** Its score. */
  score: number;
  /** Its overlap. */
  overlap: number;
}
