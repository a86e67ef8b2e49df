import '@cropgrad/backend-cpu';
import {
  affineGrid,
  affineSample,
  boxesFromPixels,
  boxToTheta,
  crop,
  gridSample,
  invertTheta,
  rotatedBoxToTheta,
} from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

const image = tf.randomUniform([1, 5, 4, 2], -1, 1, 'float32', 1) as tf.Tensor4D;
const box = tf.tensor2d([[-0.52, -0.63, 0.71, 0.44]]);
const theta = boxToTheta(box);
const grid = tf.randomUniform([1, 3, 3, 2], -1.3, 1.3, 'float32', 2) as tf.Tensor4D;
const dy = tf.randomUniform([1, 3, 3, 2], -1, 1, 'float32', 3);

const UNSUPPORTED: [string, (x: tf.Tensor) => tf.Tensor, tf.Tensor, string][] = [
  ['rotatedBoxToTheta', (x) => rotatedBoxToTheta(x, [4, 4]), tf.tensor2d([[0, 0, 1, 1, 0.5]]), 'by boxes and thetas'],
  ['invertTheta', (x) => invertTheta(x), theta, 'by boxes and thetas'],
];

it.each(UNSUPPORTED)('what cannot be differentiated further says so by name: %s', (_name, f, x, what) => {
  const twice = tf.grad(tf.grad(f));
  expect(() => twice(x)).toThrow(expect.objectContaining({ code: 'UNSUPPORTED', what: expect.stringContaining(what) }));
});

it('second derivatives leave no tensor behind', () => {
  const by = (x: tf.Tensor): tf.Tensor => tf.grad((b) => crop(image, b, [3, 3], { mode: 'bicubic' }))(x, dy);
  const tangent = tf.onesLike(box);
  const before = tf.memory().numTensors;
  tf.grad(by)(box, tangent).dispose();
  expect(tf.memory().numTensors).toBe(before);
});

/** The gradient by the image as a function of what else it depends on: it has gradients of its own. */
const IMAGE_GRADIENTS: [string, (x: tf.Tensor) => tf.Tensor, tf.Tensor][] = (['bilinear', 'bicubic'] as const).flatMap(
  (mode) =>
    (['zeros', 'border'] as const).flatMap((paddingMode): [string, (x: tf.Tensor) => tf.Tensor, tf.Tensor][] => {
      // fillValue plays no part in it.
      const options = { mode, paddingMode, fillValue: 7 };
      const bySampling = (sample: (i: tf.Tensor) => tf.Tensor, g: tf.Tensor): tf.Tensor => tf.grad(sample)(image, g);
      const cell = `${mode} ${paddingMode}`;
      return [
        [`gridSample by dy, ${cell}`, (g) => bySampling((i) => gridSample(i, grid, options), g), dy],
        [`gridSample by the grid, ${cell}`, (x) => bySampling((i) => gridSample(i, x, options), dy), grid],
        [`affineSample by dy, ${cell}`, (g) => bySampling((i) => affineSample(i, theta, [3, 3], options), g), dy],
        [`affineSample by theta, ${cell}`, (x) => bySampling((i) => affineSample(i, x, [3, 3], options), dy), theta],
        [`crop by boxes, ${cell}`, (x) => bySampling((i) => crop(i, x, [3, 3], options), dy), box],
      ];
    }),
);

describe('the gradient by the image can be differentiated once more', () => {
  it.each(IMAGE_GRADIENTS)('%s', (_name, f, x) => {
    const cotangent = tf.randomUniform(f(x).shape, -1, 1, 'float32', 4);
    expectDifferences(f, x, cotangent);
  });

  it('so can the gradients of boxes through linear steps', () => {
    // In pixels, and one box for two images.
    const two = tf.concat([image, tf.neg(image)]) as tf.Tensor4D;
    const cotangents = tf.randomUniform([2, 3, 3, 2], -1, 1, 'float32', 5);
    const f = (x: tf.Tensor): tf.Tensor => tf.grad((i) => crop(i, boxesFromPixels(x, [5, 4]), [3, 3]))(two, cotangents);
    expectDifferences(f, tf.tensor2d([[0.9, 0.7, 3.1, 3.9]]), tf.randomUniform(two.shape, -1, 1, 'float32', 4));
    const g = (dtheta: tf.Tensor): tf.Tensor => tf.grad((b) => boxToTheta(boxesFromPixels(b, [5, 4])))(box, dtheta);
    expectDifferences(g, theta, tf.randomUniform(box.shape, -1, 1, 'float32', 4));
  });

  it("so can affineGrid's", () => {
    const f = (dgrid: tf.Tensor): tf.Tensor => tf.grad((t) => affineGrid(t, [3, 3]))(theta, dgrid);
    expectDifferences(f, dy, tf.randomUniform(theta.shape, -1, 1, 'float32', 4));
  });
});

/** Compares a gradient with central differences of the function, entry by entry. */
function expectDifferences(f: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor, cotangent: tf.Tensor): void {
  const step = 2 ** -8;
  const weights = cotangent.dataSync();
  const along = (values: Float32Array): number => {
    const y = Array.from(f(tf.tensor(values, x.shape)).dataSync());
    return y.reduce((sum, value, i) => sum + weights[i] * value, 0);
  };
  const gradient = Array.from(tf.grad(f)(x, cotangent).dataSync());
  expect(gradient.some((entry) => entry !== 0)).toBe(true);
  const values = Float32Array.from(x.dataSync());
  for (const [i, value] of values.entries()) {
    const at = (moved: number): number => along(values.with(i, moved));
    expect(gradient[i], `entry ${i}`).toBeCloseTo((at(value + step) - at(value - step)) / (2 * step), 2);
  }
}
