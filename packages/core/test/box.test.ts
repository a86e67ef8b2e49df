import '@cropgrad/backend-cpu';
import { boxesFromPixels, boxToTheta, rotatedBoxToTheta } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectClose } from './close.js';
import { expectGradient } from './gradient.js';

describe('boxToTheta', () => {
  it('scales by half the extent and shifts to the middle', () => {
    expectClose(boxToTheta([[-0.5, 0, 1, 0.5]]), [1, 2, 3], [0.75, 0, 0.25, 0, 0.25, 0.25]);
  });

  it('maps the whole image to the identity, exactly', () => {
    expectClose(boxToTheta([[-1, -1, 1, 1]]), [1, 2, 3], [1, 0, 0, 0, 1, 0], 0);
  });

  it('mirrors when the corners are swapped', () => {
    expectClose(boxToTheta([[1, -1, -1, 1]]), [1, 2, 3], [-1, 0, 0, 0, 1, 0], 0);
  });

  it('takes (x, y, z, x2, y2, z2) in 3-D', () => {
    const theta = [0.5, 0, 0, -0.5, 0, 0.25, 0, 0.25, 0, 0, 1, 0];
    expectClose(boxToTheta([[-1, 0, -1, 0, 0.5, 1]]), [1, 3, 4], theta);
  });

  it.each([
    ['x', [Number.POSITIVE_INFINITY, 0, 2, 0, 3, 4], [Number.NEGATIVE_INFINITY, 0.5, Number.POSITIVE_INFINITY, 3.5]],
    ['y', [1, 0, 2, 0, 3, Number.POSITIVE_INFINITY], [0.5, Number.POSITIVE_INFINITY, 1.5, Number.POSITIVE_INFINITY]],
    ['what no box moves', [1, Number.NaN, 2, Number.POSITIVE_INFINITY, 3, 4], [0.5, 0.5, 1.5, 3.5]],
  ])('keeps an infinite gradient to its axis: %s', (_, dtheta, dboxes) => {
    const dy = tf.tensor3d(dtheta, [1, 2, 3]);
    const [found] = tf.grads((boxes) => boxToTheta(boxes as tf.Tensor2D))([tf.zeros([1, 4])], dy);
    expectClose(found, [1, 4], dboxes, 0);
  });

  it('keeps an infinite gradient to its axis in 3-D', () => {
    const dy = tf.tensor3d([1, 0, 0, 2, 0, Number.POSITIVE_INFINITY, 0, 4, 0, 0, 5, 6], [1, 3, 4]);
    const [found] = tf.grads((boxes) => boxToTheta(boxes as tf.Tensor2D))([tf.zeros([1, 6])], dy);
    expectClose(found, [1, 6], [0.5, Number.NEGATIVE_INFINITY, 0.5, 1.5, Number.POSITIVE_INFINITY, 5.5], 0);
  });

  it('has a gradient in 2-D and 3-D, without the umbrella', () => {
    expectGradient(
      (boxes) => boxToTheta(boxes as tf.Tensor2D),
      tf.tensor2d([
        [-0.5, 0, 1, 0.5],
        [0.25, 1, -1, 3],
      ]),
    );
    expectGradient((boxes) => boxToTheta(boxes as tf.Tensor2D), tf.tensor2d([[-0.5, 0, 1, 0.5, 0.25, -2]]));
  });
});

describe('boxesFromPixels', () => {
  it('puts the image edges at -1 and 1', () => {
    expectClose(boxesFromPixels([[0, 0, 640, 480]], [480, 640]), [1, 4], [-1, -1, 1, 1], 0);
    expectClose(boxesFromPixels([[160, 120, 480, 480]], [480, 640]), [1, 4], [-0.5, -0.5, 0.5, 1], 0);
  });

  it('is exact at the edges and the middle of every image up to 5000 pixels', () => {
    for (let length = 1; length <= 5000; length++) {
      const made = boxesFromPixels([[0, length / 2, length, length]], [length, length]);
      const box = made.dataSync().join();
      made.dispose();
      if (box !== '-1,0,1,1') expect.fail(`${length} pixels: got ${box}`);
    }
  });

  it('takes [D,H,W] in 3-D', () => {
    expectClose(boxesFromPixels([[0, 0, 0, 8, 2, 2]], [4, 2, 16]), [1, 6], [-1, -1, -1, 0, 1, 0], 0);
  });

  it('has a gradient', () => {
    expectGradient((boxes) => boxesFromPixels(boxes as tf.Tensor2D, [5, 7]), tf.tensor2d([[1, 2, 3, 4]]));
  });
});

describe('rotatedBoxToTheta', () => {
  it('is boxToTheta at angle 0', () => {
    expectClose(rotatedBoxToTheta([[0.25, 0.25, 1.5, 0.5, 0]], [3, 5]), [1, 2, 3], [0.75, 0, 0.25, 0, 0.25, 0.25]);
  });

  it('turns counter-clockwise on screen, in pixels: a quarter turn of a wide image points its x axis up', () => {
    // W/H = 2, so the box's width of 1/2 in x is 1 in y, and its right end lies up, at smaller y.
    expectClose(rotatedBoxToTheta([[0, 0, 1, 1, Math.PI / 2]], [10, 20]), [1, 2, 3], [0, 0.25, 0, -1, 0, 0]);
  });

  it('measures the aspect between pixel centres with alignCorners', () => {
    const theta = rotatedBoxToTheta([[0, 0, 1, 1, Math.PI / 2]], [5, 9], { alignCorners: true });
    expectClose(theta, [1, 2, 3], [0, 0.25, 0, -1, 0, 0]);
  });

  it('measures the aspect by size where an axis has length 1', () => {
    const theta = rotatedBoxToTheta([[0, 0, 1, 1, Math.PI / 2]], [1, 2], { alignCorners: true });
    expectClose(theta, [1, 2, 3], [0, 0.25, 0, -1, 0, 0]);
    const narrow = rotatedBoxToTheta([[0, 0, 1, 1, Math.PI / 2]], [2, 1], { alignCorners: true });
    expectClose(narrow, [1, 2, 3], [0, 1, 0, -0.25, 0, 0]);
  });

  it('has a gradient', () => {
    const boxes = tf.tensor2d([
      [0.1, -0.2, 0.5, 0.75, 0.5],
      [0, 0, 1, 2, -2],
    ]);
    expectGradient((x) => rotatedBoxToTheta(x as tf.Tensor2D, [4, 6]), boxes);
  });
});
