import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { HALF_FLOAT_CHECKS } from './few-checks.js';
import { runSuite } from './run-suite.js';

// A device that cannot draw float32 textures cannot blend them either.
runSuite({ precision: 'f16', blends: false }, HALF_FLOAT_CHECKS);

test('crops read the images that imageIndex names, of thousands, where textures hold half floats', async () => {
  await tf.setBackend('webgl');
  const images = 4001;
  // Even images are 0, odd ones 1: an index that was rounded would show.
  const image = tf.tensor4d(
    Float32Array.from({ length: images }, (_, n) => n % 2),
    [images, 1, 1, 1],
  );
  const imageIndex = [2049, 3999, 2048, 4000];
  const boxes = imageIndex.map(() => [-1, -1, 1, 1]);
  const [crops, dImage] = tf.tidy(() => [
    crop(image, boxes, [1, 1], { imageIndex }),
    tf.grad((x) => crop(x as tf.Tensor4D, boxes, [1, 1], { imageIndex }))(image),
  ]);
  expect([...(await crops.data())]).toEqual([1, 1, 0, 0]);
  const gradient = await dImage.data<'float32'>();
  expect(imageIndex.map((n) => gradient[n])).toEqual([1, 1, 1, 1]);
  expect(gradient.reduce((sum, x) => sum + x, 0)).toBe(4);
});
