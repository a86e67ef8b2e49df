import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createGpuJsBackend, type GpuJsBackend, registerGpuJsBackend } from '../../src/index.js';

function middle(image: tf.Tensor4D): number[] {
  return [...crop(image, [[-0.5, -0.5, 0.5, 0.5]], [2, 2]).dataSync()];
}

function ramp(): tf.Tensor4D {
  return tf.tensor4d(
    Array.from({ length: 16 }, (_, k) => k),
    [1, 4, 4, 1],
  );
}

test('the best mode here is webgl2', () => {
  expect(createGpuJsBackend().mode).toBe('webgl2');
});

test('a lost context is an error that says so, and a fresh backend works afterwards', async () => {
  registerGpuJsBackend();
  await tf.setBackend('gpujs');
  const image = ramp();
  expect(middle(image)).toEqual([5, 6, 9, 10]);
  const unread = crop(image, [[-0.5, -0.5, 0.5, 0.5]], [2, 2]);
  const { gl } = (tf.backend() as GpuJsBackend).device;
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  const lost = /WebGL context of mode 'webgl2': got a lost context.*registerGpuJsBackend.*DEVICE_LOST/;
  expect(() => middle(image)).toThrow(lost);
  expect(() => unread.dataSync()).toThrow(lost);

  registerGpuJsBackend();
  await tf.setBackend('gpujs');
  expect(middle(ramp())).toEqual([5, 6, 9, 10]);
});
