import '@cropgrad/backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { register } from '../src/index.js';
import { IDENTITY, scene, seen } from './made-pair.js';

const SIZE = [64, 64] as const;

beforeAll(() => tf.setBackend('wasm'));

const picture = (n: number): tf.Tensor3D => seen(scene(n), IDENTITY, SIZE);

it('two different pictures are unrelated', async () => {
  const { found, reason } = await register(picture(1), picture(2));
  expect([found, reason]).toEqual([false, 'unrelated']);
});

it('so are a picture and its mirror image', async () => {
  const { found, reason } = await register(picture(1), tf.reverse(picture(1), 1), { model: 'homography' });
  expect([found, reason]).toEqual([false, 'unrelated']);
});

it.each([0, 0.2])('a flat picture has nothing to align, with %s grey levels of noise', async (noise) => {
  const flat = tf.add<tf.Tensor3D>(tf.fill([64, 64, 1], 90), tf.randomNormal([64, 64, 1], 0, noise, 'float32', 3));
  for (const pair of [
    [flat, picture(1)],
    [picture(1), flat],
    [flat, flat],
  ] as const) {
    const { found, reason, theta } = await register(...pair);
    expect([found, reason]).toEqual([false, 'flat']);
    expect([...(await theta.data())].every(Number.isFinite)).toBe(true);
  }
});

it('noise and other noise are unrelated', async () => {
  const noise = (seed: number): tf.Tensor3D => tf.randomNormal([64, 64, 1], 128, 30, 'float32', seed);
  const { found, reason } = await register(noise(1), noise(2));
  expect([found, reason]).toEqual([false, 'unrelated']);
});

it('stripes can slide along themselves: where they are is uncertain', async () => {
  const stripes = (x: number, _y: number): number => scene(3)(x, 0);
  const noisy = (map: ArrayLike<number>, seed: number): tf.Tensor3D =>
    tf.add(seen(stripes, map, SIZE), tf.randomNormal([64, 64, 1], 0, 2, 'float32', seed));
  const { found, reason } = await register(noisy(IDENTITY, 1), noisy([1, 0, 0.05, 0, 1, 0, 0, 0, 1], 2), {
    model: 'translation',
  });
  expect([found, reason]).toEqual([false, 'uncertain']);
});

it('a quarter of a picture that shows something else is partial', async () => {
  const half = (x: number, y: number): number => (y < 14 ? scene(1)(x, y) : scene(2)(x, y));
  const { found, reason } = await register(picture(1), seen(half, IDENTITY, SIZE), { model: 'translation' });
  expect([found, reason]).toEqual([false, 'partial']);
});
