import type { Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import type { Reason, Step } from '../registration.js';

/** Options of {@link findCrop}. */
export interface FindOptions {
  /** Whether the crop may be turned: by up to 10 degrees. Default `'box'`. */
  model?: 'box' | 'rotatedBox';
  /** Whether the thumbnail may be larger than what it shows, up to 3 times; takes ten times as long. Default false. */
  enlarged?: boolean;
  /** Aborts: the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Called after every step. */
  onStep?: (step: Step) => void;
}

/** Where a thumbnail was cut from. */
export interface FoundCrop {
  /** The box, [1,4], or [1,5] if it may be turned, as core's `boxToTheta` and `rotatedBoxToTheta` take them. Yours to dispose. */
  box: Tensor2D;
  /** From points of the thumbnail to points of the photo, [1,2,3]. Yours to dispose. */
  theta: Tensor3D;
  /** How alike the two are: zero-mean normalised cross-correlation, -1 to 1. */
  score: number;
  /** Whether the box can be believed. */
  found: boolean;
  /** Why not, or null. */
  reason: Reason | null;
}
