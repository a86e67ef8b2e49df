import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { differentiable } from '../src/ops/differentiable.js';
import { expectClose } from './close.js';

it('where one of several inputs is empty, all gradients are zeros, and the backward function is not asked', () => {
  const f = (some: tf.Tensor, none: tf.Tensor): tf.Tensor =>
    differentiable(
      [some, none],
      (x) => tf.clone(x),
      () => expect.fail('backward saw an empty input'),
    );
  const [bySome, byNone] = tf.grads(f)([tf.ones([2, 3]), tf.zeros([0, 3])]);
  expectClose(bySome, [2, 3], [0, 0, 0, 0, 0, 0], 0);
  expect(byNone.shape).toEqual([0, 3]);
});
