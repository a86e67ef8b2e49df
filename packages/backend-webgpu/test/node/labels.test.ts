import { affineSample, gridSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { useWebGPU } from '../webgpu.js';

beforeAll(useWebGPU);

const IDENTITY = [
  [
    [1, 0, 0],
    [0, 1, 0],
  ],
];

test('nearest gives all of int32 back as it is, and a fill that float32 does not have', async () => {
  const labels = [2147483647, -2147483648, 16777217, -16777217, 0, 1];
  const image = tf.tensor4d(labels, [1, 2, 3, 1], 'int32');
  const crops = affineSample(image, IDENTITY, [2, 3], { mode: 'nearest' });
  expect(crops.dtype).toBe('int32');
  expect([...(await crops.data())]).toEqual(labels);
  const grid = tf.tensor4d([0, 0, 3, 0], [1, 1, 2, 2]);
  const sampled = gridSample(image, grid, { mode: 'nearest', fillValue: 2147483645 });
  expect([...(await sampled.data())]).toEqual([-2147483648, 2147483645]);
});

test('nearest of a mask is a mask', async () => {
  const mask = tf.tensor4d([true, false, false, true], [1, 2, 2, 1], 'bool');
  const crops = affineSample(mask, IDENTITY, [2, 2], { mode: 'nearest', paddingMode: 'border' });
  expect(crops.dtype).toBe('bool');
  expect([...(await crops.data())]).toEqual([1, 0, 0, 1]);
});

test('slopes between integers are exact where float32 has not all of them', async () => {
  const image = tf.tensor4d([2147483646, 2147483647, -2147483648, -2147483648], [1, 1, 4, 1], 'int32');
  const grid = tf.tensor4d([-0.5, 0, 0, 0], [1, 1, 2, 2]);
  const gradient = tf.grad((g) => gridSample(image, g as tf.Tensor4D, { paddingMode: 'border' }));
  // The grid is two pixels per unit, and its second point between pixels that are 2^32 - 1 apart.
  expect([...(await gradient(grid).data())]).toEqual([2, 0, -(2 ** 33), 0]);
});
