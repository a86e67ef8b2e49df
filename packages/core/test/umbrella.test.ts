import '@cropgrad/backend-cpu';
import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { expect, it } from 'vitest';

it('trains a box variable with an optimizer when the tfjs umbrella is there', () => {
  tf.setBackend('cpu');
  const photo = tf.tidy(() => tf.linspace(0, 1, 64).reshape([1, 8, 8, 1]).square()) as tf.Tensor4D;
  const target = crop(photo, [[-0.5, -0.25, 0.5, 0.75]], [6, 6]);
  const box = tf.variable(tf.tensor2d([[-0.7, -0.5, 0.3, 0.6]]));
  const loss = (): tf.Scalar => tf.losses.meanSquaredError(target, crop(photo, box, [6, 6]));
  const { value, grads } = tf.variableGrads(loss, [box]);
  expect(grads[box.name].shape).toEqual([1, 4]);
  const optimizer = tf.train.adam(0.02);
  for (let step = 0; step < 200; step++) optimizer.minimize(loss, false, [box]);
  expect(loss().dataSync()[0]).toBeLessThan(value.dataSync()[0] / 100);
});
