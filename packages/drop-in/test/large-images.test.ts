import '@cropgrad/backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { cropAndResize, transform } from '../src/index.js';

const SIDE = 512;

/** The largest difference of 20 calls on white noise of bytes, as a part of the largest pixel. */
function worst(call: (image: tf.Tensor4D, by: number) => [tf.Tensor, tf.Tensor]): number {
  const noise = tf.floor(tf.randomUniform([1, SIDE, SIDE, 1], 0, 256, 'float32', 1)) as tf.Tensor4D;
  const differences = Array.from({ length: 20 }, (_, n) =>
    tf.tidy(() => {
      const [ours, theirs] = call(noise, (n * 0.6180339) % 1);
      return tf.max(tf.abs(tf.sub(ours, theirs))).dataSync()[0] / 255;
    }),
  );
  noise.dispose();
  return Math.max(...differences);
}

it('cropAndResize of 512 pixels is as near to tfjs as the README says', async () => {
  await tf.setBackend('cpu');
  const most = worst((image, by) => {
    const boxes = tf.tensor2d([[0.3 * by, 0.2 * by, 0.7 + 0.29 * by, 0.99 - 0.2 * by]]);
    const index = tf.tensor1d([0], 'int32');
    return [cropAndResize(image, boxes, index, [48, 48]), tf.image.cropAndResize(image, boxes, index, [48, 48])];
  });
  expect(most).toBeLessThan(1.3e-5);
});

it.each([
  // Half a step of float32 at 1, of both axes, in pixels.
  ['numbers', 512 * 2 ** -25],
  ['tensors', 9e-5],
] as const)('transform of 512 pixels, by %s, is as near to tfjs as the README says', async (kind, bound) => {
  await tf.setBackend('cpu');
  const most = worst((image, by) => {
    const row = [9.1, by, 3 * by, -by, 8.9, 60 * by, 0, 1e-3 * by];
    const maps = kind === 'numbers' ? [row] : tf.tensor2d([row]);
    const call = (of: typeof transform): tf.Tensor => of(image, maps, 'bilinear', 'reflect', 0, [48, 48]);
    return [call(transform), call(tf.image.transform as typeof transform)];
  });
  expect(most).toBeLessThan(bound);
});
