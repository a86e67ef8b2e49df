import '@cropgrad/backend-cpu';
import { boxToTheta, crop, cropQuads, perspectiveSample, quadToTheta, transformPoints } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectClose } from './close.js';
import { expectGradient } from './gradient.js';

const CORNERS = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
];
/** Of either turn, mirrored, and one that is nearly a triangle. */
const QUADS = [
  [
    [-0.7, -0.6],
    [0.8, -0.4],
    [0.5, 0.9],
    [-0.9, 0.3],
  ],
  [
    [0.8, -0.4],
    [-0.7, -0.6],
    [-0.9, 0.3],
    [0.5, 0.9],
  ],
  [
    [0, -0.9],
    [0.1, -0.9],
    [1, 1],
    [-1, 0.9],
  ],
];

describe('quadToTheta', () => {
  it('leads the corners of the crop back to the quad', () => {
    const found = transformPoints(quadToTheta(QUADS), [CORNERS]);
    // Four roundings of six entries of theta that are at most 1, divided by a W of 0.18.
    expectClose(found, [3, 4, 2], QUADS.flat(2), 1e-5);
  });

  it('is the theta of the box for a box, bit for bit, with the last row (0, 0, 1)', () => {
    const [x, y, x2, y2] = [-0.3, -0.7, 0.613, 0.1].map(Math.fround);
    const theta = quadToTheta([
      [
        [x, y],
        [x2, y],
        [x2, y2],
        [x, y2],
      ],
    ]);
    expectClose(theta, [1, 3, 3], [...boxToTheta([[x, y, x2, y2]]).dataSync(), 0, 0, 1], 0);
  });

  it('has a gradient', () => {
    expectGradient((x) => quadToTheta(x as tf.Tensor3D), tf.tensor3d(QUADS.slice(0, 2)), 1 / 1024, 1e-2);
  });

  it.each([
    ['a corner on a line with its neighbours', [-1, -1, 1, 0, 0.5, 0, 0, 0]],
    ['all corners in one place', [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]],
    ['a corner that is not a number', [Number.NaN, -1, 1, -1, 1, 1, -1, 1]],
    ['a corner that is infinite', [Number.POSITIVE_INFINITY, -1, 1, -1, 1, 1, -1, 1]],
  ])('gives fill and no gradient: %s', (_, corners) => {
    const image = tf.ones<tf.Rank.R4>([1, 3, 3, 1]);
    const quads = tf.tensor3d(corners, [1, 4, 2]);
    const f = (x: tf.Tensor): tf.Tensor => cropQuads(image, x as tf.Tensor3D, [2, 2], { fillValue: 7 });
    const { value, grads } = tf.valueAndGrads((x) => f(x))([quads], tf.ones([1, 2, 2, 1]));
    expectClose(value, [1, 2, 2, 1], [7, 7, 7, 7], 0);
    expectClose(grads[0], [1, 4, 2], [0, 0, 0, 0, 0, 0, 0, 0], 0);
  });
});

describe('cropQuads', () => {
  const image = tf.randomUniform<tf.Rank.R4>([2, 9, 7, 3], 0, 9, 'float32', 1);

  it('of a box is crop, bit for bit', () => {
    const [x, y, x2, y2] = [-0.3, -0.7, 0.613, 1.1].map(Math.fround);
    const quad = [
      [
        [x, y],
        [x2, y],
        [x2, y2],
        [x, y2],
      ],
    ];
    const wanted = crop(image, [[x, y, x2, y2]], [5, 4]);
    expectClose(cropQuads(image, quad, [5, 4]), [2, 5, 4, 3], wanted.dataSync(), 0);
  });

  it('is perspectiveSample through quadToTheta', () => {
    const options = { mode: 'bicubic', paddingMode: 'border', imageIndex: [1, 0, 1] } as const;
    const wanted = perspectiveSample(image, quadToTheta(QUADS), [5, 4], options);
    expectClose(cropQuads(image, QUADS, [5, 4], options), [3, 5, 4, 3], wanted.dataSync(), 0);
  });

  it('has gradients to the corners and the image', () => {
    // Bicubic has no kinks.
    expectGradient(
      (x) => cropQuads(tf.div(image, 9), x as tf.Tensor3D, [3, 3], { mode: 'bicubic', paddingMode: 'border' }),
      tf.tensor3d(QUADS.slice(0, 1)),
      1 / 1024,
      2e-2,
    );
    const sums = tf.grads((x) => cropQuads(x as tf.Tensor4D, QUADS.slice(0, 1), [3, 3], { paddingMode: 'border' }))(
      [image],
      tf.ones([2, 3, 3, 3]),
    );
    expect(tf.sum(sums[0]).dataSync()[0]).toBeCloseTo(2 * 3 * 3 * 3, 3);
  });
});
