import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { run } from './run.js';

/** A tensor of zeros, of one axis, on a texture of one number per texel that draws of our own may write to. */
export function emptyTensor(backend: MathBackendWebGL, length: number): TensorInfo {
  return run(backend, { tensors: [], functions: '', body: '' }, {}, { ints: {}, floats: {} }, length);
}
