import type { Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import type { Metric } from './metric.js';
import type { Model } from './model.js';
import type { Step } from './registration.js';

/** Options of {@link register} and {@link registerSteps}. */
export interface RegisterOptions {
  /** What may be done to the moving image. Default `'similarity'`. */
  model?: Model;
  /** How the images are compared. Default `'zncc'`. */
  metric?: Metric;
  /** Which pixels of the moving image count: [H,W], or [N,H,W] for batches. Pixels where it is 0 are ignored. */
  movingMask?: Tensor2D | Tensor3D;
  /** Which pixels of the fixed image count, likewise. */
  fixedMask?: Tensor2D | Tensor3D;
  /** The theta to start with: [1,2,3] or [1,3,3], or one for each pair. */
  init?: Tensor3D;
  /** Aborts: the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Called after every step. */
  onStep?: (step: Step) => void;
}
