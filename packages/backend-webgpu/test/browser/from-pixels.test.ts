import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { useWebGPU } from '../webgpu.js';

test('from an ImageBitmap to a crop and the gradient of its box, and nothing is read on the way', async () => {
  const backend = await useWebGPU();
  const pixels = new ImageData(8, 6);
  for (let k = 0; k < 8 * 6; k++) pixels.data.set([k, 2 * k, 255 - k, 255], 4 * k);
  const bitmap = await createImageBitmap(pixels);
  let reads = 0;
  const { read, readSync } = backend;
  backend.read = (id) => {
    reads++;
    return read.call(backend, id);
  };
  backend.readSync = (id) => {
    reads++;
    return readSync.call(backend, id);
  };
  const photo = tf.expandDims<tf.Tensor4D>(tf.browser.fromPixels(bitmap), 0);
  expect(photo.dtype).toBe('int32');
  // Columns 2 and 3 of rows 1 and 2.
  const box = tf.tensor2d([[-0.5, -2 / 3, 0, 0]]);
  const crops = crop(photo, box, [2, 2]);
  const gradient = tf.grad((box) => crop(photo, box as tf.Tensor2D, [2, 2]))(box, tf.onesLike(crops));
  Object.assign(backend, { read, readSync });
  expect(reads).toBe(0);
  const expected = [10, 11, 18, 19].flatMap((k) => [k, 2 * k, 255 - k]);
  for (const [k, value] of (await crops.data()).entries()) expect(value).toBeCloseTo(expected[k], 3);
  expect((await gradient.data()).every(Number.isFinite)).toBe(true);
});
