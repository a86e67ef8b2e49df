import '@cropgrad/backend-cpu';
import { affineGrid, boxToTheta, coverage, crop, gridSample, type Mode, perspectiveSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectClose } from './close.js';
import { expectGradient } from './gradient.js';

const boxes = tf.tensor2d([
  [-1.32, -0.71, 0.43, 1.57],
  [-0.5, -0.5, 0.5, 0.5],
  [2, 2, 3, 3],
]);
const theta = boxToTheta(boxes);
const view = tf.tensor3d([0.9, 0.2, 0.1, -0.1, 0.8, 0.1, 0.9, 0.7, 1], [1, 3, 3]);
const box3d = tf.tensor2d([[-1.2, -0.7, -1.1, 0.6, 1.3, 0.8]]);

const CELLS = (['bilinear', 'nearest', 'bicubic'] as const).flatMap((mode): [Mode, boolean][] => [
  [mode, false],
  [mode, true],
]);

describe.each(CELLS)('%s, alignCorners %s: what ones give under zeros', (mode, alignCorners) => {
  const options = { mode, alignCorners };

  it('of boxes and thetas', () => {
    const wanted = crop(tf.ones([1, 5, 6, 1]), boxes, [4, 5], options).dataSync();
    expectClose(coverage(boxes, [5, 6], [4, 5], { ...options, paddingMode: 'wrap' }), [3, 4, 5, 1], wanted, 1e-6);
    expectClose(coverage(theta, [5, 6], [4, 5], { ...options, dataFormat: 'NCHW' }), [3, 1, 4, 5], wanted, 1e-6);
  });

  it('of perspective thetas, where what is behind the camera is outside', () => {
    const wanted = perspectiveSample(tf.ones([1, 5, 6, 1]), view, [4, 5], options);
    expectClose(coverage(view, [5, 6], [4, 5], options), [1, 4, 5, 1], wanted.dataSync(), 1e-6);
  });

  it('of grids', () => {
    const grid = affineGrid(theta, [4, 5], { alignCorners });
    const wanted = gridSample(tf.ones([1, 5, 6, 1]), grid, options);
    expectClose(coverage(grid, [5, 6], undefined, options), [3, 4, 5, 1], wanted.dataSync(), 1e-6);
  });

  it('of volumes', () => {
    const wanted = crop(tf.ones([1, 3, 5, 6, 1]), box3d, [2, 3, 4], options);
    expectClose(coverage(box3d, [3, 5, 6], [2, 3, 4], options), [1, 2, 3, 4, 1], wanted.dataSync(), 1e-6);
  });
});

it('is exactly 1 inside and 0 outside', () => {
  const covered = coverage(boxes, [8, 8], [3, 3]).dataSync();
  expect([...covered.slice(9)]).toEqual([...Array<number>(9).fill(1), ...Array<number>(9).fill(0)]);
});

it('has a gradient by boxes, thetas and grids', () => {
  expectGradient((b) => coverage(b as tf.Tensor2D, [5, 6], [4, 5]), boxes);
  expectGradient((t) => coverage(t as tf.Tensor3D, [5, 6], [4, 5]), view);
  expectGradient((g) => coverage(g as tf.Tensor4D, [5, 6]), affineGrid(theta, [4, 5]));
});

it('is empty where nothing is asked for', () => {
  expect(coverage([], [5, 6], [4, 5]).shape).toEqual([0, 4, 5, 1]);
  expect(coverage(boxes, [5, 6], [0, 5], { dataFormat: 'NCHW' }).shape).toEqual([3, 1, 0, 5]);
});

it.each([
  ['INVALID_SHAPE', 'a size beside a grid', () => coverage(tf.zeros([1, 2, 2, 2]), [5, 6], [2, 2])],
  ['INVALID_SHAPE', 'no size', () => coverage(boxes, [5, 6])],
  ['INVALID_SHAPE', 'an image without pixels', () => coverage(boxes, [0, 6], [2, 2])],
  ['INVALID_SHAPE', 'boxes of volumes', () => coverage(box3d, [5, 6], [2, 2])],
  ['INVALID_SHAPE', 'thetas of images', () => coverage(theta, [3, 5, 6], [2, 2, 2])],
  ['INVALID_RANK', 'a grid of volumes', () => Reflect.apply(coverage, undefined, [tf.zeros([1, 2, 2, 2, 3]), [5, 6]])],
  [
    'INVALID_OPTION',
    'antialias of a grid',
    () => coverage(tf.zeros([1, 2, 2, 2]), [5, 6], undefined, { antialias: true }),
  ],
])('%s: %s', (code, _, wrong) => {
  const before = tf.memory().numTensors;
  expect(() => tf.tidy(() => void wrong())).toThrow(expect.objectContaining({ code }));
  expect(tf.memory().numTensors).toBe(before);
});
