import { mean, type Scalar, squaredDifference, type Tensor4D } from '@tensorflow/tfjs-core';
import type { LossName } from '../state.js';

/** The losses of a crop [1,h,w,C], each a number to make smaller. */
export const LOSS_OF: Record<LossName, (crop: Tensor4D, target: Tensor4D) => Scalar> = {
  /** How much it differs from the target. */
  match: (crop, target) => mean<Scalar>(squaredDifference(crop, target)),
  /** How bright it is. */
  brightness: (crop) => mean<Scalar>(crop),
  /** How much its pixels differ from their mean. */
  contrast: (crop) => mean<Scalar>(squaredDifference(crop, mean<Scalar>(crop))),
};
