import '../../src/index.js';
import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';

test('on WebGL 1 kernels say that they need WebGL 2', async () => {
  tf.env().set('WEBGL_VERSION', 1);
  await tf.setBackend('webgl');
  const image = tf.ones<tf.Rank.R4>([1, 4, 4, 1]);
  const run = (): tf.Tensor => crop(image, [[-1, -1, 1, 1]], [2, 2]);
  expect(() => tf.tidy(run)).toThrow(/got WebGL 1; expected WebGL 2.*\[NO_DEVICE\]/);
  image.dispose();
});
