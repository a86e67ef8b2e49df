import '@cropgrad/backend-cpu';
import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { startWebGL } from './variant.js';

beforeAll(() => startWebGL({ precision: 'f32', blends: true }));

/** tfjs's own ops between and after crops and their gradients: packed and unpacked, shared slices, reshapes. */
function mixed(): tf.Tensor {
  const image = tf.randomUniform<tf.Rank.R4>([2, 12, 10, 4], -1, 1, 'float32', 1);
  const filter = tf.randomUniform<tf.Rank.R4>([3, 3, 4, 4], -1, 1, 'float32', 2);
  const box = tf.slice(
    tf.tensor2d([
      [0, 0, 0, 0],
      [-0.5, -0.6, 0.7, 0.8],
    ]),
    [1, 0],
    [1, 4],
  );
  const relu = tf.relu(tf.conv2d(image, filter, 1, 'same'));
  const dImage = tf.grad((x) =>
    tf.matMul(tf.reshape(crop(tf.square(x) as tf.Tensor4D, box, [6, 5]), [2, 120]), tf.ones([120, 3])),
  )(relu);
  const crops = crop(tf.transpose(dImage, [0, 2, 1, 3]) as tf.Tensor4D, box, [4, 4]);
  return tf.matMul(tf.reshape(crops, [8, 16]), tf.reshape(crops, [8, 16]), true);
}

test("tfjs's own ops are right beside ours", async () => {
  const ours = await tf.tidy(mixed).data();
  await tf.setBackend('cpu');
  const cpu = await tf.tidy(mixed).data();
  await tf.setBackend('webgl');
  const most = Math.max(...cpu.map(Math.abs));
  expect(Math.max(...ours.map((x, i) => Math.abs(x - cpu[i])))).toBeLessThanOrEqual(1e-5 * most);
});
