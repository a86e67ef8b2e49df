import '@cropgrad/backend-cpu';
import { boxToTheta, crop, invertTheta, rotatedBoxToTheta } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';

const image = tf.ones([1, 4, 4, 1]);
const box = tf.tensor2d([[-0.5, -0.5, 0.5, 0.5]]);
const theta = boxToTheta(box);

const functions: [string, (x: tf.Tensor) => tf.Tensor, tf.Tensor][] = [
  ['crop by boxes', (x) => crop(image, x, [2, 2]), box],
  ['rotatedBoxToTheta', (x) => rotatedBoxToTheta(x, [4, 4]), tf.tensor2d([[0, 0, 1, 1, 0.5]])],
  ['invertTheta', (x) => invertTheta(x), theta],
];

it.each(functions)('a gradient of a gradient is UNSUPPORTED, and not an error of tfjs: %s', (_name, f, x) => {
  const twice = tf.grad(tf.grad(f));
  expect(() => twice(x)).toThrow(expect.objectContaining({ code: 'UNSUPPORTED' }));
});
