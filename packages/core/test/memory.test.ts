import '@cropgrad/backend-cpu';
import { affineGrid, boxToTheta, composeTheta, crop, gridSample, invertTheta, rotatedBoxToTheta } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';

it('a thousand forward and backward passes leave memory as it was', () => {
  const image = tf.randomUniform([1, 8, 8, 3], 0, 1, 'float32', 1) as tf.Tensor4D;
  const boxes = tf.variable(
    tf.tensor2d([
      [-0.5, -0.5, 0.5, 0.75],
      [0, 0, 1, 1],
    ]),
  );
  const rotated = tf.tensor2d([
    [0, 0, 1, 1, 0.5],
    [0, 0, 1, 1, -0.5],
  ]);
  const dy = tf.ones([2, 4, 4, 3]);
  const chain = (i: tf.Tensor, b: tf.Tensor, r: tf.Tensor): tf.Tensor => {
    const turned = composeTheta(boxToTheta(b as tf.Tensor2D), invertTheta(rotatedBoxToTheta(r as tf.Tensor2D, [8, 8])));
    const first = gridSample(i as tf.Tensor4D, affineGrid(turned, [8, 8]));
    return crop(first, b as tf.Tensor2D, [4, 4], { mode: 'bicubic' });
  };
  const pass = (): void =>
    tf.tidy(() => {
      const { grads } = tf.valueAndGrads(chain)([image, boxes, rotated], dy);
      expect(grads).toHaveLength(3);
    });
  pass();
  const before = { ...tf.memory(), dataIds: tf.engine().backend.numDataIds() };
  for (let step = 0; step < 1000; step++) pass();
  expect({ ...tf.memory(), dataIds: tf.engine().backend.numDataIds() }).toEqual(before);
});
