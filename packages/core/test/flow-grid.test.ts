import '@cropgrad/backend-cpu';
import { affineGrid, flowGrid, gridSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectClose } from './close.js';
import { expectGradient } from './gradient.js';

const image = tf.tensor4d([1, 2, 3, 4, 5, 6], [1, 2, 3, 1]);
const identity2d = [
  [
    [1, 0, 0],
    [0, 1, 0],
  ],
];

describe.each([false, true])('alignCorners: %s', (alignCorners) => {
  it('reads the pixel to the right and below for (1, 1)', () => {
    const read = gridSample(image, flowGrid(tf.ones([1, 2, 3, 2]), { alignCorners }), { alignCorners });
    expectClose(read, [1, 2, 3, 1], [5, 6, 0, 0, 0, 0], 1e-5);
  });

  it('is the identity for a flow of zeros', () => {
    for (const [height, width] of [
      [2, 3],
      [7, 1],
      [1, 5],
    ]) {
      const own = affineGrid(identity2d, [height, width], { alignCorners }).dataSync();
      expectClose(flowGrid(tf.zeros([1, height, width, 2]), { alignCorners }), [1, height, width, 2], own, 1e-7);
    }
  });

  it('has a gradient', () => {
    expectGradient(
      (x) => flowGrid(x as tf.Tensor4D, { alignCorners }),
      tf.randomUniform([2, 3, 4, 2], -1, 1, 'float32', 1),
    );
  });
});

it('takes volumes, x first', () => {
  const volume = tf.reshape(tf.range(0, 24), [1, 2, 3, 4, 1]) as tf.Tensor5D;
  const flow = tf.tile(tf.reshape(tf.tensor1d([1, 2, 0]), [1, 1, 1, 1, 3]), [1, 2, 3, 4, 1]) as tf.Tensor5D;
  const read = gridSample(volume, flowGrid(flow)).dataSync();
  expect(read[0]).toBeCloseTo(9, 4);
});

it('refuses a flow of three numbers for an image', () => {
  const wrong = (): unknown => flowGrid(tf.zeros([1, 2, 2, 3]) as tf.Tensor4D);
  expect(wrong).toThrow(expect.objectContaining({ code: 'INVALID_SHAPE', what: 'flowGrid: flow' }));
});
