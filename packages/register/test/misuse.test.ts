import '@cropgrad/backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { type Pixels, type RegisterOptions, register } from '../src/index.js';

beforeAll(() => void tf.setBackend('cpu'));

const image = (...shape: number[]): tf.Tensor3D => tf.ones<tf.Rank.R3>(shape as [number, number, number]);
const given = (options: RegisterOptions) => (): Promise<unknown> =>
  register(image(16, 16, 1), image(16, 16, 1), options);
const of =
  (moving: tf.Tensor3D | Pixels, fixed = image(16, 16, 1)) =>
  (): Promise<unknown> =>
    register(moving, fixed);

it.each([
  ['INVALID_RANK', 'register: moving', of(image(16, 16))],
  ['INVALID_SHAPE', 'register: moving', of(image(3, 16, 16))],
  ['INVALID_SHAPE', 'register: moving', of(image(2, 16, 16, 1))],
  ['INVALID_INPUT', 'register: moving', of({ data: new Uint8Array(10), width: 16, height: 16 })],
  ['INVALID_INPUT', 'register: moving', of({} as Pixels)],
  ['INVALID_OPTION', 'register: model', given({ model: 'perspective' as 'affine' })],
  ['INVALID_OPTION', 'register: metric', given({ metric: 'ncc' as 'zncc' })],
  ['INVALID_OPTION', 'register: options', given({ mask: null } as RegisterOptions)],
  ['INVALID_SHAPE', 'register: fixedMask', given({ fixedMask: tf.ones<tf.Rank.R2>([16, 8]) })],
  ['INVALID_SHAPE', 'register: movingMask', given({ movingMask: tf.ones<tf.Rank.R3>([2, 16, 16]) })],
  ['INVALID_SHAPE', 'register: init', given({ init: tf.ones([1, 2, 2]) })],
])('%s, %s', async (code, what, call) => {
  const before = tf.memory().numTensors;
  await expect(call()).rejects.toThrow(expect.objectContaining({ code, what: expect.stringContaining(what) }));
  // The two images, and perhaps a mask or a theta.
  expect(tf.memory().numTensors - before).toBeLessThanOrEqual(3);
});
