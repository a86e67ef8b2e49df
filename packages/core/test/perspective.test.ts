import '@cropgrad/backend-cpu';
import {
  affineGrid,
  affineSample,
  composeTheta,
  gridSample,
  invertTheta,
  perspectiveGrid,
  perspectiveSample,
  rotatedBoxToTheta,
  transformPoints,
} from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectClose } from './close.js';
import { expectGradient } from './gradient.js';

const affine = rotatedBoxToTheta([[0.1, -0.2, 1.3, 0.9, 0.4]], [9, 7]);
const row = (...numbers: number[]): tf.Tensor3D => tf.tensor3d(numbers, [1, 1, 3]);
const square = tf.concat3d([affine, row(0, 0, 1)], 1);
const tilted = tf.concat3d([affine, row(0.25, -0.5, 1)], 1);
/** W = 1 + 3u: behind the camera on the left. */
const horizon = tf.concat3d([affine, row(3, 0, 1)], 1);
const image = tf.randomUniform<tf.Rank.R4>([1, 9, 7, 3], 0, 9, 'float32', 1);

describe('perspectiveSample', () => {
  it.each([false, true])('of a last row (0, 0, 1) is affineSample, bit for bit: alignCorners %s', (alignCorners) => {
    for (const mode of ['bilinear', 'nearest', 'bicubic'] as const) {
      const options = { mode, alignCorners, fillValue: 3 };
      const wanted = affineSample(image, affine, [6, 5], options);
      expectClose(perspectiveSample(image, square, [6, 5], options), [1, 6, 5, 3], wanted.dataSync(), 0);
    }
  });

  it('of the identity is the image, bit for bit', () => {
    expectClose(perspectiveSample(image, tf.expandDims(tf.eye(3)), [9, 7]), [1, 9, 7, 3], image.dataSync(), 0);
  });

  it('is perspectiveGrid and gridSample', () => {
    const composed = gridSample(image, perspectiveGrid(tilted, [6, 5]), { paddingMode: 'border' });
    expectClose(
      perspectiveSample(image, tilted, [6, 5], { paddingMode: 'border' }),
      [1, 6, 5, 3],
      composed.dataSync(),
      1e-4,
    );
  });

  it.each(['zeros', 'border', 'reflection', 'wrap'] as const)('is fill behind the camera: %s', (paddingMode) => {
    // u is -0.8, -0.4, 0, 0.4, 0.8; W is above 0 from the third on, and so it is for -theta.
    for (const theta of [horizon, tf.neg(horizon)] as tf.Tensor3D[]) {
      const f = (x: tf.Tensor, t: tf.Tensor): tf.Tensor =>
        perspectiveSample(x as tf.Tensor4D, t as tf.Tensor3D, [1, 5], { paddingMode, fillValue: 77 });
      const dy = tf.tensor4d([1, 1, 0, 0, 0], [1, 1, 5, 1]);
      const { value, grads } = tf.valueAndGrads(f)([image, theta], tf.tile(dy, [1, 1, 1, 3]));
      const columns = Array.from({ length: 5 }, (_, j) => [...value.dataSync()].slice(3 * j, 3 * j + 3));
      expect(columns.map((column) => column.every((number) => number === 77)).slice(0, 2)).toEqual([true, true]);
      if (paddingMode !== 'zeros') expect(columns[2]).not.toContain(77);
      expect([...grads[0].dataSync(), ...grads[1].dataSync()].every((number) => number === 0)).toBe(true);
    }
  });

  it('of a theta that is not finite is fill, without a gradient', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const theta = tf.tensor3d([1, 0, 0, 0, 1, 0, bad, 0, 1], [1, 3, 3]);
      const f = (t: tf.Tensor): tf.Tensor => perspectiveSample(image, t as tf.Tensor3D, [2, 2], { fillValue: 7 });
      const { value, grads } = tf.valueAndGrads((t) => f(t))([theta], tf.ones([1, 2, 2, 3]));
      expectClose(value, [1, 2, 2, 3], Array(12).fill(7), 0);
      expectClose(grads[0], [1, 3, 3], Array(9).fill(0), 0);
    }
  });

  it('has a gradient by theta that is orthogonal to theta', () => {
    const small = tf.div<tf.Tensor4D>(image, 9);
    const f = (t: tf.Tensor): tf.Tensor =>
      perspectiveSample(small, t as tf.Tensor3D, [3, 4], { mode: 'bicubic', paddingMode: 'border' });
    expectGradient(f, tilted, 1 / 1024, 2e-2);
    const gradient = tf.grads((t) => f(t))([tilted], tf.randomUniform([1, 3, 4, 3], -1, 1, 'float32', 3))[0];
    expect(Math.abs(tf.sum(tf.mul(gradient, tilted)).dataSync()[0])).toBeLessThan(1e-4);
  });
});

describe('perspectiveGrid', () => {
  it('of a last row (0, 0, 1) is affineGrid', () => {
    expectClose(perspectiveGrid(square, [4, 3]), [1, 4, 3, 2], affineGrid(affine, [4, 3]).dataSync(), 0);
  });

  it('has a gradient, and none behind the camera', () => {
    expectGradient((t) => perspectiveGrid(t as tf.Tensor3D, [3, 4]), tilted);
    const dy = tf.tensor4d([5, 5, 5, 5, 0, 0, 0, 0, 0, 0], [1, 1, 5, 2]);
    const [none] = tf.grads((t) => perspectiveGrid(t as tf.Tensor3D, [1, 5]))([horizon], dy);
    expectClose(none, [1, 3, 3], Array(9).fill(0), 0);
  });
});

describe('thetas', () => {
  it('of three rows compose with one another, and with those of two', () => {
    const product = tf.matMul(tilted, square);
    expectClose(composeTheta(tilted, affine), [1, 3, 3], product.dataSync(), 1e-6);
    expectClose(composeTheta(tilted, square), [1, 3, 3], product.dataSync(), 1e-6);
    expectClose(composeTheta(affine, tilted), [1, 3, 3], tf.matMul(square, tilted).dataSync(), 1e-6);
    expectGradient((t) => composeTheta(t as tf.Tensor3D, affine), tilted);
    expectGradient((t) => composeTheta(tilted, t as tf.Tensor3D), affine);
    expectGradient((t) => composeTheta(tf.neg<tf.Tensor3D>(square), t as tf.Tensor3D), tilted);
  });

  it('of three rows are inverted', () => {
    const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];
    // The condition of these is 4 and 157: a rounding of 2^-24 grows to 1e-5 at most.
    expectClose(composeTheta(tilted, invertTheta(tilted)), [1, 3, 3], identity, 1e-5);
    expectClose(composeTheta(invertTheta(horizon), horizon), [1, 3, 3], identity, 1e-5);
    expectGradient((t) => invertTheta(t as tf.Tensor3D), tilted, 1 / 1024, 5e-3);
  });

  it('transform points, and back', () => {
    const points = tf.randomUniform<tf.Rank.R3>([1, 6, 2], -1, 1, 'float32', 4);
    for (const theta of [affine, square, tilted]) {
      const there = transformPoints(theta, points);
      expectClose(transformPoints(invertTheta(theta), there), [1, 6, 2], points.dataSync(), 1e-5);
      expectGradient((t) => transformPoints(t as tf.Tensor3D, points), theta);
      expectGradient((p) => transformPoints(theta, p as tf.Tensor3D), points);
    }
    const grid = affineGrid([[...Array(2)].map((_, k) => [1 - k, k, 0])], [3, 4]);
    const asPoints = transformPoints(tilted, tf.reshape(grid, [1, 12, 2]));
    expectClose(tf.reshape(asPoints, [1, 3, 4, 2]), [1, 3, 4, 2], perspectiveGrid(tilted, [3, 4]).dataSync(), 1e-6);
  });

  it('transform points of volumes, and one list for several thetas', () => {
    const shifted = tf.tensor3d([1, 0, 0, 0.5, 0, 2, 0, 0, 0, 0, 1, -1, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0], [2, 3, 4]);
    const moved = transformPoints(shifted, [[[1, 2, 3]]]);
    expectClose(moved, [2, 1, 3], [1.5, 4, 2, 2, 1, 3], 0);
    const [dpoints] = tf.grads((p) => transformPoints(shifted, p as tf.Tensor3D))(
      [tf.tensor3d([1, 2, 3], [1, 1, 3])],
      tf.ones([2, 1, 3]),
    );
    expectClose(dpoints, [1, 1, 3], [2, 3, 2], 0);
  });

  it('do not transform points behind the camera', () => {
    const points = tf.tensor3d([-1, 0, 1, 0], [1, 2, 2]);
    for (const theta of [horizon, tf.neg(horizon)] as tf.Tensor3D[]) {
      const f = (t: tf.Tensor, p: tf.Tensor): tf.Tensor => transformPoints(t as tf.Tensor3D, p as tf.Tensor3D);
      const { value, grads } = tf.valueAndGrads(f)([theta, points], tf.tensor3d([1, 1, 0, 0], [1, 2, 2]));
      expect([...value.dataSync()].map(Number.isNaN)).toEqual([true, true, false, false]);
      expect([...grads[0].dataSync(), ...grads[1].dataSync()].every((number) => number === 0)).toBe(true);
    }
  });
});
