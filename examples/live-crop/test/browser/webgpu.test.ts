import type * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { startWebGPU } from '../../src/start-backend.js';
import { expectToFollowTheFace } from './follow-the-face.js';

test('on webgpu the box follows the face, and frames, crops and gradients stay on the GPU', async () => {
  await startWebGPU();
  let drawn = 0;
  // The canvas of WebGPU stops the GPU process of headless Chromium, so what would be drawn is handed out as a buffer.
  await expectToFollowTheFace((crop: tf.Tensor4D) => {
    const { buffer, tensorRef } = crop.dataToGPU();
    if (buffer && buffer.size >= 4 * crop.size) drawn++;
    tensorRef.dispose();
  });
  expect(drawn).toBe(23);
});
