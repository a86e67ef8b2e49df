import { CropError } from '@cropgrad/core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { gl2Of } from './gl2-of.js';

/** Throws `NO_DEVICE` where there is no WebGL 2, and `DEVICE_LOST` where the WebGL context was lost: tfjs would give zeros, and `await data()` would never end. */
export function requireContext(backend: MathBackendWebGL): void {
  if (!gl2Of(backend).isContextLost()) return;
  throw new CropError('DEVICE_LOST', {
    what: "webgl: the WebGL context of tfjs's backend",
    got: 'a lost one',
    expected: 'one that is alive',
    next: "Call tf.removeBackend('webgl'), register it anew with tf.registerBackend('webgl', () => new MathBackendWebGL()), and make your tensors again",
  });
}
