import type { Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';

/** What may have been done to a crop: cut out, or turned by up to 10 degrees, too. */
export type FindModel = 'box' | 'rotatedBox';

/** Every {@link FindModel}. */
export const FIND_MODELS: readonly FindModel[] = Object.freeze<FindModel[]>(['box', 'rotatedBox']);

/** Options of {@link findCrop}. */
export interface FindOptions {
  /** Whether the crop may be turned, by up to 10 degrees. Default `'box'`. */
  model?: FindModel | undefined;
  /** Whether the thumbnail may be larger than what it shows, by up to 3 times along each side; searches ten times as many pixels. Default false. */
  enlarged?: boolean | undefined;
  /** Aborts: the promise is rejected with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Called after every step. */
  onStep?: ((step: FindStep) => void) | undefined;
}

/** One step on the way to a {@link FoundCrop}. */
export interface FindStep {
  /** The search over one more scale, or a look at the best places of all at a larger size. */
  stage: 'search' | 'refine';
  /** How many steps are done, of how many. */
  done: number;
  of: number;
}

/**
 * Why there is no answer, in the order in which it is asked: the photo or the thumbnail has next to no contrast (`'flat'`); the
 * thumbnail has more pixels than the whole photo, which needs `enlarged` (`'enlarged'`); the photo does not show it
 * (`'unrelated'`); most of the place fits and a part of it does not (`'partial'`); it fits, but as well a little beside it, as a straight
 * edge does along itself (`'uncertain'`); or as well at quite another place (`'ambiguous'`).
 */
export type FindReason = 'flat' | 'enlarged' | 'unrelated' | 'partial' | 'uncertain' | 'ambiguous';

/** Where a thumbnail was cut from. */
export interface FoundCrop {
  /** The box, [1,4], or [1,5] if it may be turned, as core's `boxToTheta` and `rotatedBoxToTheta` take them. Yours to dispose. */
  box: Tensor2D;
  /** From points of the thumbnail to points of the photo, [1,2,3]. Yours to dispose. */
  theta: Tensor3D;
  /** How alike the two are: zero-mean normalised cross-correlation, -1 to 1. */
  score: number;
  /** Whether the box can be believed. If not, it is the best there was, or the whole photo if none was looked for. */
  found: boolean;
  /** Why not, or null. */
  reason: FindReason | null;
}
