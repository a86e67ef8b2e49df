/**
 * Crops of photos as plain arrays, for programs without tfjs, such as those that run a model with ONNX Runtime: see
 * {@link cropArray}. There are no gradients here; for those take `@cropgrad/core`.
 *
 * @packageDocumentation
 */
export { cropArray, type Size } from './crop-array.js';
export { CropError, type CropErrorCode, type CropErrorParts } from './crop-error.js';
export type { ArrayImage, PixelImage, Pixels, TensorImage } from './image.js';
export type {
  ArrayOptions,
  BoxFormat,
  Dtype,
  Fit,
  Layout,
  Mode,
  Outside,
  PaddingMode,
} from './options.js';
export type { BoxList } from './read-boxes.js';
export type { CroppedArray } from './write-crops.js';
