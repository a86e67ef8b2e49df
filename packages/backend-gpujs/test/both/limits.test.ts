import { affineSample, crop, gridSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGpuJsBackend } from '../../src/index.js';
import { MODE } from './mode.js';

beforeAll(async () => {
  registerGpuJsBackend({ mode: MODE });
  await tf.setBackend('gpujs');
});

test('the last pixel of the largest image there may be is read, and gets its gradient', () => {
  const side = 4096;
  const values = new Float32Array(side * side);
  values.set([5, 7], side * side - 2);
  const image = tf.tensor4d(values, [1, side, side, 1]);
  const pixel = 2 / side;
  const box = [[1 - 2 * pixel, 1 - pixel, 1, 1]];
  expect([...crop(image, box, [1, 2]).dataSync()]).toEqual([5, 7]);
  const dimage = tf.grad((x) => crop(x as tf.Tensor4D, box, [1, 2]))(image, tf.tensor4d([2, 3], [1, 1, 2, 1]));
  const gradient = dimage.dataSync<'float32'>();
  expect([...gradient.subarray(side * side - 3)]).toEqual([0, 2, 3]);
  expect(gradient.reduce((sum, x) => sum + x, 0)).toBe(5);
  tf.dispose([image, dimage]);
});

test('an image of one pixel more is refused, with the limit and what to do', () => {
  const image = tf.zeros<tf.Rank.R4>([1, 1, 2 ** 24 + 1, 1]);
  expect(() => crop(image, [[-1, -1, 1, 1]], [1, 1])).toThrow(
    /image of 1 × 16777217 pixels.*got 16777217 numbers for each channel; expected at most 16777216.*smaller.*OUT_OF_MEMORY/,
  );
  image.dispose();
});

test('no loop is cut short: thousands of outputs on one pixel, columns in a row, channels', () => {
  const image = tf.ones<tf.Rank.R4>([1, 1, 1, 1]);
  const point = [[0, 0, 0, 0]];
  const onePixel = tf.grad((x) => crop(x as tf.Tensor4D, point, [64, 64]))(image, tf.ones([1, 64, 64, 1]));
  expect(onePixel.dataSync()[0]).toBe(4096);
  const grid = tf.zeros<tf.Rank.R4>([1, 64, 64, 2]);
  const byGrid = tf.grad((x) => gridSample(x as tf.Tensor4D, grid))(image, tf.ones([1, 64, 64, 1]));
  expect(byGrid.dataSync()[0]).toBe(4096);

  const ramp = tf.tensor4d([0, 1, 2, 3], [1, 1, 4, 1]);
  const theta = tf.tensor3d([
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  ]);
  const columns = tf.grad((t) => affineSample(ramp, t as tf.Tensor3D, [1, 3000]))(theta, tf.ones([1, 1, 3000, 1]));
  expect(columns.dataSync()[2]).toBe(2 * 3000);

  const deep = tf.concat([tf.zeros([1, 1, 1, 1500]), tf.ones([1, 1, 1, 1500])], 2) as tf.Tensor4D;
  const channels = tf.grad((t) => affineSample(deep, t as tf.Tensor3D, [1, 1]))(theta, tf.ones([1, 1, 1, 1500]));
  expect(channels.dataSync()[2]).toBe(1500);
});
