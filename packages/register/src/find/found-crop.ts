import type { Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';

/** What was done to the crop: with `'box'` it was only cut out; with `'rotatedBox'` it may also be turned, by up to 10 degrees. */
export type FindModel = 'box' | 'rotatedBox';

/** Every {@link FindModel}. */
export const FIND_MODELS: readonly FindModel[] = Object.freeze<FindModel[]>(['box', 'rotatedBox']);

/** Options of {@link findCrop}. */
export interface FindOptions {
  /** Whether the crop may be turned, by up to 10 degrees. Default `'box'`. */
  model?: FindModel | undefined;
  /** Whether the thumbnail may be enlarged, up to 3 times along each side. The search then has ten times as many pixels. Default false. */
  enlarged?: boolean | undefined;
  /** Aborts: the promise is rejected with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Called after every step. */
  onStep?: ((step: FindStep) => void) | undefined;
}

/** One step of {@link findCrop}. */
export interface FindStep {
  /** `'search'`: one more scale was searched. `'refine'`: the best places were fitted at a larger size. */
  stage: 'search' | 'refine';
  /** How many steps are done, of how many. */
  done: number;
  of: number;
}

/**
 * Why there is no answer, in the order of the checks: the photo or the thumbnail has almost no contrast (`'flat'`); the thumbnail
 * has more pixels than the whole photo, which needs `enlarged` (`'enlarged'`); the photo does not show it (`'unrelated'`); most of the
 * place fits, and a part does not (`'partial'`); it fits equally well a little to the side, like a straight edge that is moved along
 * itself (`'uncertain'`); or it fits equally well at another place (`'ambiguous'`).
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
  /** Whether the box is reliable. If not, it is only the best candidate, or the whole photo if there was no search. */
  found: boolean;
  /** Why it is not reliable, or null. */
  reason: FindReason | null;
}
