import { CropError } from '@cropgrad/core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { gl2Of } from './gl2-of.js';

/**
 * Throws `NO_DEVICE` without WebGL 2, and `DEVICE_LOST` if the WebGL context was lost. Without this check tfjs would give zeros,
 * and `await data()` would never end.
 */
export function requireContext(backend: MathBackendWebGL): void {
  if (!gl2Of(backend).isContextLost()) return;
  throw new CropError('DEVICE_LOST', {
    what: "webgl: the WebGL context of tfjs's backend",
    got: 'a lost context',
    expected: 'a context that is not lost',
    next: "Call tf.removeBackend('webgl'), register it again with tf.registerBackend('webgl', () => new MathBackendWebGL()), and make your tensors again",
  });
}
