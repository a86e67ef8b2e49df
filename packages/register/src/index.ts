/**
 * Align one image to another, and find where a crop was cut from, on any tfjs backend that has crop kernels. Where there is no
 * answer, the result is `found: false`, with the reason.
 *
 * @packageDocumentation
 */

export { findCrop } from './find/find-crop.js';
export {
  FIND_MODELS,
  type FindModel,
  type FindOptions,
  type FindReason,
  type FindStep,
  type FoundCrop,
} from './find/found-crop.js';
export { METRICS, type Metric } from './metric.js';
export { MODELS, type Model } from './model.js';
export type { Picture, Pixels } from './picture.js';
export { register, registerSteps } from './register.js';
export { type GradientOptions, registerByGradient } from './register-by-gradient.js';
export type { RegisterOptions } from './register-options.js';
export { registerVolumes, type VolumeModel, type VolumeOptions } from './register-volumes.js';
export type { Reason, Registration, Step } from './registration.js';
