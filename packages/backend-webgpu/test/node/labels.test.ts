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
