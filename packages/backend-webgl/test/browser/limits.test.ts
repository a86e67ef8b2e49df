import { affineGrid, crop, gridSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startWebGL } from './variant.js';

let most: number;

beforeAll(async () => {
  await startWebGL({ precision: 'f32', blends: true });
  most = tf.env().getNumber('WEBGL_MAX_TEXTURE_SIZE');
});

test('results that no texture holds are refused before anything is made', () => {
  const image = tf.ones<tf.Rank.R4>([1, 4, 4, 1]);
  const theta = tf.tensor3d([
    [
      [1, 0, 0],
      [0, 1, 0],
    ],
  ]);
  const before = tf.memory();
  const size: [number, number] = [most, most + 1];
  const tooLarge = new RegExp(
    `webgl: a texture for a result: got ${most * (most + 1)} numbers.*at most ${most} x.*OUT_OF_MEMORY`,
  );
  expect(() => tf.tidy(() => crop(image, [[-1, -1, 1, 1]], size))).toThrow(tooLarge);
  expect(() => tf.tidy(() => affineGrid(theta, [most / 2, most + 2]))).toThrow(/OUT_OF_MEMORY/);
  expect(tf.memory()).toMatchObject({ numTensors: before.numTensors, numDataBuffers: before.numDataBuffers });
  tf.dispose([image, theta]);
});

test('a gradient is summed up in bands: the first and last pixels of a large image get theirs', async () => {
  // More than are summed up at a time.
  const side = 1500;
  const image = tf.zeros<tf.Rank.R4>([1, side, side, 1]);
  const centre = (p: number): number => (2 * p + 1) / side - 1;
  const grid = tf.tensor4d([centre(0), centre(0), centre(side - 1), centre(side - 1)], [1, 1, 2, 2]);
  const dImage = tf.grad((x) => gridSample(x as tf.Tensor4D, grid, { mode: 'nearest' }))(
    image,
    tf.tensor4d([2, 3], [1, 1, 2, 1]),
  );
  const gradient = await dImage.data<'float32'>();
  expect([gradient[0], gradient[side * side - 1]]).toEqual([2, 3]);
  expect(gradient.reduce((sum, x) => sum + Math.abs(x), 0)).toBe(5);
  tf.dispose([image, grid, dImage]);
});
