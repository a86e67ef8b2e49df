import '@cropgrad/backend-cpu';
import { boxesToPixels, enlargeBoxes, letterboxBoxes, squareBoxes } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectClose } from './close.js';
import { expectGradient } from './gradient.js';

describe('enlargeBoxes', () => {
  it('keeps centres, and mirrored boxes mirrored', () => {
    const boxes = [
      [-0.5, 0, 0.5, 0.5],
      [1, 0, 0, 1],
    ];
    expectClose(enlargeBoxes(boxes, 2), [2, 4], [-1, -0.25, 1, 0.75, 1.5, -0.5, -0.5, 1.5], 0);
  });

  it('changes nothing at a factor of 1, whatever the numbers', () => {
    expectClose(enlargeBoxes([[0.1, 0.7, 0.3, 0.9]], 1), [1, 4], [0.1, 0.7, 0.3, 0.9].map(Math.fround), 0);
  });

  it('has a gradient', () => {
    expectGradient((x) => enlargeBoxes(x, 1.5), tf.tensor2d([[-0.5, 0, 0.25, 0.75]]));
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['2']])('refuses the factor %s', (factor) => {
    const wrong = (): unknown => Reflect.apply(enlargeBoxes, undefined, [[[0, 0, 1, 1]], factor]);
    expect(wrong).toThrow(expect.objectContaining({ code: 'INVALID_OPTION', what: 'enlargeBoxes: factor' }));
  });
});

describe('letterboxBoxes', () => {
  it('gives a wide photo bars above and below in a square crop', () => {
    expectClose(letterboxBoxes([[-1, -1, 1, 1]], [480, 640], [224, 224]), [1, 4], [-1, -4 / 3, 1, 4 / 3], 1e-6);
  });

  it('has the sides of the crop in pixels, about the same centre', () => {
    const boxes = [[-0.25, -0.5, 0.5, 0.75]];
    const [x, y, w, h] = boxesToPixels(letterboxBoxes(boxes, [300, 200], [50, 100]), [300, 200], {
      format: 'cxcywh',
    }).dataSync();
    const [cx, cy, narrow, high] = boxesToPixels(boxes, [300, 200], { format: 'cxcywh' }).dataSync();
    expect([x, y]).toEqual([cx, cy]);
    expect(w / h).toBeCloseTo(2, 5);
    expect(h).toBeCloseTo(high, 3);
    expect(w).toBeGreaterThan(narrow);
  });

  it('keeps a mirrored box mirrored, and one of no area where it is', () => {
    expectClose(letterboxBoxes([[1, -1, -1, 1]], [4, 2], [4, 4]), [1, 4], [2, -1, -2, 1], 0);
    expectClose(letterboxBoxes([[0.5, 0.5, 0.5, 0.5]], [4, 2], [4, 4]), [1, 4], [0.5, 0.5, 0.5, 0.5], 0);
  });

  it('has a gradient, where one side decides', () => {
    const boxes = tf.tensor2d([
      [-0.5, -0.75, 0.25, 0.5],
      [0.5, -0.25, -0.75, 0],
    ]);
    expectGradient((x) => letterboxBoxes(x, [30, 20], [10, 10]), boxes);
  });

  it('shares the gradient where two sides decide', () => {
    const [gradient] = tf.grads((x) => squareBoxes(x, [4, 4]))(
      [tf.tensor2d([[-0.5, -0.5, 0.5, 0.5]])],
      tf.tensor2d([[0, 0, 1, 0]]),
    );
    // Half of the side's growth goes by each axis, and the centre by x alone.
    expectClose(gradient, [1, 4], [0.5 - 0.25, -0.25, 0.5 + 0.25, 0.25], 0);
  });
});

describe('squareBoxes', () => {
  it('is a letterbox for a square', () => {
    const boxes = [[-0.25, -0.5, 0.5, 0.75]];
    expectClose(squareBoxes(boxes, [30, 20]), [1, 4], letterboxBoxes(boxes, [30, 20], [7, 7]).dataSync(), 1e-6);
  });

  it('makes cubes in 3-D', () => {
    expectClose(squareBoxes([[-1, -1, -1, 1, 1, 1]], [2, 4, 8]), [1, 6], [-1, -2, -4, 1, 2, 4], 0);
  });
});
