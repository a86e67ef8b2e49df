import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createGpuJsBackend, type GpuJsBackend, registerGpuJsBackend } from '../../src/index.js';

test('the best mode here is headlessgl', () => {
  expect(createGpuJsBackend().mode).toBe('headlessgl');
});

test('a backend gives its context back, and one registered anew has another', async () => {
  const middle = (): number =>
    tf.tidy(() => crop(tf.ones([1, 4, 4, 1]), [[-0.5, -0.5, 0.5, 0.5]], [1, 1]).dataSync()[0]);
  registerGpuJsBackend({ mode: 'headlessgl' });
  await tf.setBackend('gpujs');
  expect(middle()).toBe(1);
  const { device } = tf.backend() as GpuJsBackend;
  const { gl } = device;
  await device.dispose();
  expect(() => gl?.createFramebuffer()).toThrow('Invalid GL context');
  expect(middle).toThrow(/DEVICE_LOST/);

  registerGpuJsBackend({ mode: 'headlessgl' });
  await tf.setBackend('gpujs');
  expect(middle()).toBe(1);
});
