import '@cropgrad/backend-cpu';
import { affineGrid, tpsGrid } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectClose } from './close.js';
import { expectGradient } from './gradient.js';

const control = [
  [-1, -1],
  [1, -1],
  [0.1, 0.2],
  [-1, 1],
  [0.9, 1.1],
];
const target = [
  [
    [-0.9, -1.1],
    [0.8, -1],
    [0.3, 0.1],
    [-1.1, 0.9],
    [1, 0.7],
  ],
];
const affine = [
  [
    [0.5, 0.25, 0.1],
    [-0.5, 0.75, -0.2],
  ],
];

/** SciPy's RBFInterpolator(kernel='thin_plate_spline', degree=1, smoothing=λ/2) at 2 x 3 points, as its kernel is r²·log r. */
const SCIPY: [number, number[]][] = [
  [
    0,
    [
      -0.5406401, -0.5763266, 0.1114093, -0.5478185, 0.66132, -0.5523523, -0.6084865, 0.4138768, 0.1729043, 0.364741,
      0.8098075, 0.272216,
    ],
  ],
  [
    0.1,
    [
      -0.5432826, -0.5762086, 0.1080981, -0.5489682, 0.6603888, -0.5537307, -0.6094278, 0.4123763, 0.1687489, 0.3632611,
      0.8067139, 0.2721534,
    ],
  ],
];

it.each(SCIPY)('equals SciPy with a regularization of %s', (regularization, wanted) => {
  expectClose(tpsGrid(control, target, [2, 3], { regularization }), [1, 2, 3, 2], wanted, 5e-7);
});

it('meets every target at its control point', () => {
  // The centres of a crop of 3 x 3 with alignCorners are these control points.
  const nine = Array.from({ length: 9 }, (_, i) => [(i % 3) - 1, Math.floor(i / 3) - 1]);
  const goals = nine.map(([x, y]) => [x + 0.2 * Math.sin(5 * y), y - 0.3 * x * x]);
  expectClose(tpsGrid(nine, [goals], [3, 3], { alignCorners: true }), [1, 3, 3, 2], goals.flat(), 1e-6);
});

it('is the affine grid where the targets are affine in the control points', () => {
  const [[[a, b, dx], [c, d, dy]]] = affine;
  const goals = control.map(([x, y]) => [a * x + b * y + dx, c * x + d * y + dy]);
  expectClose(tpsGrid(control, [goals], [5, 4]), [1, 5, 4, 2], affineGrid(affine, [5, 4]).dataSync(), 1e-6);
});

describe('gradients', () => {
  it('by the target, any number of times', () => {
    const by = (x: tf.Tensor): tf.Tensor => tpsGrid(control, x as tf.Tensor3D, [3, 4], { regularization: 0.1 });
    const two = tf.concat([tf.tensor3d(target), tf.mul(tf.tensor3d(target), 0.7)]);
    expectGradient(by, two);
    const pulled = (dy: tf.Tensor): tf.Tensor => tf.grad(by)(two, dy);
    expectGradient(pulled, tf.randomUniform([2, 3, 4, 2], -1, 1, 'float32', 1));
  });

  it.each([0, 0.1])('by the control points, with a regularization of %s', (regularization) => {
    const two = tf.concat([tf.tensor3d(target), tf.mul(tf.tensor3d(target), 0.7)]) as tf.Tensor3D;
    const by = (x: tf.Tensor): tf.Tensor => tpsGrid(x as tf.Tensor2D, two, [3, 4], { regularization });
    expectGradient(by, tf.tensor2d(control), 1 / 512, 5e-3);
  });

  it('by a control point that lies on a sampled point', () => {
    const onPoints = tf.tensor2d([[0, 0], ...control.slice(1)]);
    const by = (x: tf.Tensor): tf.Tensor => tpsGrid(x as tf.Tensor2D, target, [3, 3]);
    expectGradient(by, onPoints, 1 / 1024, 2e-2);
  });

  it('by the target beside a control tensor, as beside plain numbers', () => {
    const goals = tf.tensor3d(target);
    const dy = tf.randomUniform([1, 3, 4, 2], -1, 1, 'float32', 2);
    const fixed = tf.grad((x) => tpsGrid(control, x as tf.Tensor3D, [3, 4]))(goals, dy);
    const [, beside] = tf.grads((c, x) => tpsGrid(c as tf.Tensor2D, x as tf.Tensor3D, [3, 4]))(
      [tf.tensor2d(control), goals],
      dy,
    );
    expectClose(beside, [1, 5, 2], fixed.dataSync(), 1e-6);
  });
});

const DEGENERATE: [string, number[][]][] = [
  ['equal points', [...control.slice(0, 4), control[0]]],
  ['points on a line', [-1, -0.4, 0.1, 0.7, 0.9].map((x) => [x, 0.3 * x + 0.1])],
];

describe.each(DEGENERATE)('%s', (_, points) => {
  it('are refused as numbers, and give NaN as a tensor', () => {
    expect(() => tpsGrid(points, target, [2, 2])).toThrow(expect.objectContaining({ code: 'SINGULAR' }));
    expect([...tpsGrid(tf.tensor2d(points), target, [2, 2]).dataSync()].every(Number.isNaN)).toBe(true);
  });
});

it('solves 16 x 16 control points', () => {
  const many = Array.from({ length: 256 }, (_, i) => [(i % 16) / 7.5 - 1, Math.floor(i / 16) / 7.5 - 1]);
  const grid = tpsGrid(many, [many], [16, 16], { alignCorners: true });
  expectClose(grid, [1, 16, 16, 2], many.flat(), 1e-5);
});

it('takes equal points with a regularization, as a spline need not pass through them', () => {
  const grid = tpsGrid(DEGENERATE[0][1], target, [2, 2], { regularization: 0.1 });
  expect([...grid.dataSync()].every(Number.isFinite)).toBe(true);
});

it.each<[string, unknown[], string, string]>([
  ['two points', [control.slice(0, 2), target, [2, 2]], 'INVALID_SHAPE', 'tpsGrid: control'],
  ['targets of another number', [control, [target[0].slice(1)], [2, 2]], 'INVALID_SHAPE', 'tpsGrid: target'],
  [
    'a negative regularization',
    [control, target, [2, 2], { regularization: -1 }],
    'INVALID_OPTION',
    'tpsGrid: regularization',
  ],
  ['a size of one number', [control, target, [2]], 'INVALID_SHAPE', 'tpsGrid: size'],
])('refuses %s', (_, args, code, what) => {
  expect(() => Reflect.apply(tpsGrid, undefined, args)).toThrow(expect.objectContaining({ code, what }));
});

it('gives an empty grid for no targets and for a size of 0', () => {
  expect(tpsGrid(control, [], [2, 3]).shape).toEqual([0, 2, 3, 2]);
  expect(tpsGrid(control, target, [0, 3]).shape).toEqual([1, 0, 3, 2]);
});
