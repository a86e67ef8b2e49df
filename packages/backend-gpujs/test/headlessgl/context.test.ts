import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createGpuJsBackend, registerGpuJsBackend } from '../../src/index.js';

test('the best mode here is headlessgl', () => {
  expect(createGpuJsBackend().mode).toBe('headlessgl');
});

test('many backends, one after the other, give their contexts back', async () => {
  for (let k = 0; k < 40; k++) {
    registerGpuJsBackend({ mode: 'headlessgl' });
    await tf.setBackend('gpujs');
    const image = tf.fill<tf.Rank.R4>([1, 4, 4, 1], k);
    expect([...crop(image, [[-0.5, -0.5, 0.5, 0.5]], [1, 1]).dataSync()]).toEqual([k]);
    image.dispose();
  }
});
