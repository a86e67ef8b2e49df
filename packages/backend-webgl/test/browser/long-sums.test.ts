import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { IS_FULL } from '../runs.js';
import { startWebGL } from './variant.js';

beforeAll(() => startWebGL({ precision: 'f32', blends: true }));

/** More terms than digits have room for, or more than float32 itself can count. */
const SIZE: readonly [number, number] = IS_FULL ? [4096, 4098] : [1000, 1100];
const TERMS = SIZE[0] * SIZE[1];

/** What a pixel gets that every output reads. */
async function sumOn(dy: Float32Array): Promise<number> {
  const image = tf.ones<tf.Rank.R4>([1, 1, 1, 1]);
  const run = (x: tf.Tensor): tf.Tensor => crop(x as tf.Tensor4D, [[0, 0, 0, 0]], SIZE, { mode: 'nearest' });
  const dImage = tf.grad(run)(image, tf.tensor4d(dy, [1, ...SIZE, 1]));
  const [sum] = await dImage.data();
  tf.dispose([image, dImage]);
  return sum;
}

test('a million terms leave a large one exact, and are not lost beside it', async () => {
  // A running sum in float32 would not feel what comes after the first.
  const dy = new Float32Array(TERMS).fill(1 / 64);
  dy[0] = 2 ** 20;
  expect(await sumOn(dy)).toBe(Math.fround(2 ** 20 + (TERMS - 1) / 64));
});

test('sums of more terms than digits have room for are carried', async () => {
  // Their first digit is 15 of 16, so that its sum goes beyond 2^24.
  const term = Math.fround(1.9);
  expect(await sumOn(new Float32Array(TERMS).fill(term))).toBe(Math.fround(term * TERMS));
});

test('ones are counted', async () => {
  expect(await sumOn(new Float32Array(TERMS).fill(1))).toBe(TERMS);
});
