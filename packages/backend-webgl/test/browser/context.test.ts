import { crop } from '@cropgrad/core';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { takeErrors } from './context-errors.js';
import { startWebGL } from './variant.js';

function middle(): number[] {
  const image = tf.tensor4d(
    Array.from({ length: 16 }, (_, k) => k),
    [1, 4, 4, 1],
  );
  return [...crop(image, [[-0.5, -0.5, 0.5, 0.5]], [2, 2]).dataSync()];
}

test('a lost context is an error that says so, and a fresh backend works afterwards', async () => {
  const backend = await startWebGL({ precision: 'f32', blends: true });
  expect(middle()).toEqual([5, 6, 9, 10]);
  backend.gpgpu.gl.getExtension('WEBGL_lose_context')?.loseContext();
  expect(takeErrors()).toEqual(['CONTEXT_LOST_WEBGL']);
  expect(middle).toThrow(/WebGL context.*got a lost context.*tf\.removeBackend\('webgl'\).*\[DEVICE_LOST\]/);

  tf.removeBackend('webgl');
  tf.registerBackend('webgl', () => new MathBackendWebGL(), 2);
  await tf.setBackend('webgl');
  expect(tf.backend()).not.toBe(backend);
  expect(middle()).toEqual([5, 6, 9, 10]);
});

test('an error of WebGL is noticed', () => {
  const { gl } = (tf.backend() as MathBackendWebGL).gpgpu;
  gl.enable(gl.TEXTURE_2D);
  expect(takeErrors()).toEqual(['INVALID_ENUM']);
});
