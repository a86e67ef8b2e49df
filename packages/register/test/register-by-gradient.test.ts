import '@cropgrad/backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { beforeAll, expect, it } from 'vitest';
import { registerByGradient } from '../src/index.js';
import { farthestCorner, IDENTITY, scene, seen } from './made-pair.js';

const SIZE = [24, 32] as const;

beforeAll(() => void tf.setBackend('cpu'));

// Moved by seven pixels: farther than the slopes of neighbouring pixels reach.
const MAP = [1, 0, 0.4, 0, 1, 0.2, 0, 0, 1];
const shown = scene(4, 20);
const pair = (): tf.Tensor3D[] => [IDENTITY, MAP].map((map) => tf.div(seen(shown, map, SIZE), 255));
/** The mean absolute difference in the middle, which no other metric here is. */
const absolute = (a: tf.Tensor4D, b: tf.Tensor4D): tf.Scalar => {
  const middle = (image: tf.Tensor4D): tf.Tensor4D => tf.slice(image, [0, 6, 4, 0], [1, 12, 14, 1]);
  return tf.mean(tf.abs(tf.sub(middle(a), middle(b))));
};

it("finds what is far by wide samples, with a loss of one's own", async () => {
  const [moving, fixed] = pair();
  const before = tf.memory().numTensors;
  const { theta, loss } = await registerByGradient(moving, fixed, {
    loss: absolute,
    model: 'translation',
    steps: 120,
    rate: 0.02,
  });
  expect(tf.memory().numTensors).toBe(before + 1);
  expect(loss).toBeLessThan(0.01);
  expect(farthestCorner([...(await theta.data()), 0, 0, 1], MAP, SIZE)).toBeLessThan(0.3);
});

it('an abort leaves nothing', async () => {
  const [moving, fixed] = pair();
  const before = tf.memory().numTensors;
  const abort = new AbortController();
  const onStep = (): void => abort.abort(new Error('enough'));
  await expect(registerByGradient(moving, fixed, { loss: absolute, signal: abort.signal, onStep })).rejects.toThrow(
    'enough',
  );
  expect(tf.memory().numTensors).toBe(before);
});

it('refuses a widening below 1', async () => {
  const [moving, fixed] = pair();
  const call = registerByGradient(moving, fixed, { loss: absolute, widen: 0.5 });
  await expect(call).rejects.toThrow(
    expect.objectContaining({ code: 'INVALID_OPTION', what: 'registerByGradient: widen' }),
  );
});
