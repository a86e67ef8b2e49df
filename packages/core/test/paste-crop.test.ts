import '@cropgrad/backend-cpu';
import { boxesFromPixels, boxToTheta, crop, pasteCrop, rotatedBoxToTheta } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectClose } from './close.js';
import { expectGradient } from './gradient.js';

const crops = tf.randomUniform([1, 5, 4, 2], 0, 1, 'float32', 3) as tf.Tensor4D;
/** 51.2 pixels of 16 times 16: 6.4 wide and 8 high. */
const box = boxesFromPixels([[3.3, 2.7, 9.7, 10.7]], [16, 16]);

describe.each([false, true])('alignCorners %s', (alignCorners) => {
  it('gives the pixels back where the crop took them', () => {
    const image = tf.randomUniform([1, 8, 8, 3], 0, 1, 'float32', 4) as tf.Tensor4D;
    const corner = alignCorners ? 3 / 7 : 1 / 2;
    const inner = tf.tensor2d([[-corner, -corner, corner, corner]]);
    const size: [number, number] = [4, 4];
    const pasted = pasteCrop(crop(image, inner, size, { alignCorners }), inner, [8, 8], { alignCorners });
    const middle = (x: tf.Tensor): tf.Tensor => tf.slice(x, [0, 2, 2, 0], [1, 4, 4, -1]);
    expectClose(middle(pasted.image), [1, 4, 4, 3], middle(image).dataSync(), 1e-5);
    const drawn = tf.add(tf.mul(pasted.image, pasted.alpha), tf.mul(image, tf.sub(1, pasted.alpha)));
    if (!alignCorners) expectClose(drawn, image.shape, image.dataSync(), 1e-5);
  });

  it('has gradients that equal differences', () => {
    const options = { alignCorners, mode: 'bicubic' } as const;
    const [step, tolerance] = [2 ** -11, 1e-2];
    expectGradient((x) => pasteCrop(x as tf.Tensor4D, box, [16, 16], options).image, crops);
    expectGradient((b) => pasteCrop(crops, b as tf.Tensor2D, [16, 16], options).image, box, step, tolerance);
    expectGradient((b) => pasteCrop(crops, b as tf.Tensor2D, [16, 16], options).alpha, box, step, tolerance);
    const turned = rotatedBoxToTheta([[0.1, -0.2, 0.8, 0.6, 0.4]], [16, 16], { alignCorners });
    expectGradient((t) => pasteCrop(crops, t as tf.Tensor3D, [16, 16], options).alpha, turned, step, tolerance);
  });
});

it('covers a box exactly: 51.2 pixels of 256, and its edges move it', () => {
  const area = (b: tf.Tensor): tf.Tensor => tf.sum(pasteCrop(crops, b as tf.Tensor2D, [16, 16]).alpha);
  expect(Math.abs(area(box).dataSync()[0] - 51.2)).toBeLessThan(1e-4);
  // Each unit of a box is 8 pixels; the sides are 6.4 and 8 pixels long.
  const dbox = tf.grad((b) => pasteCrop(crops, b as tf.Tensor2D, [16, 16]).alpha)(box, tf.ones([1, 16, 16, 1]));
  expectClose(dbox, [1, 4], [-8 * 8, -6.4 * 8, 8 * 8, 6.4 * 8], 1e-3);
});

it('covers as much when the crop is turned, within its soft edges', () => {
  const turned = rotatedBoxToTheta([[0.1, -0.2, 0.8, 0.6, 0.7]], [16, 16]);
  const area = tf.sum(pasteCrop(crops, turned, [16, 16]).alpha).dataSync()[0];
  expect(Math.abs(area / (0.8 * 0.6 * 64) - 1)).toBeLessThan(0.01);
});

it('pastes volumes, batches, one crop many times, and in NCHW', () => {
  const volume = tf.ones([1, 2, 2, 2, 1]) as tf.Tensor5D;
  const { image, alpha } = pasteCrop(volume, tf.tensor2d([[-0.5, -0.5, -0.5, 0.5, 0.5, 0.5]]), [4, 4, 4]);
  expect(image.shape).toEqual([1, 4, 4, 4, 1]);
  expect(tf.sum(alpha).dataSync()[0]).toBe(8);
  const many = pasteCrop(tf.transpose(crops, [0, 3, 1, 2]), boxToTheta(tf.tile(box, [3, 1])), [6, 7], {
    dataFormat: 'NCHW',
  });
  expect([many.image.shape, many.alpha.shape]).toEqual([
    [3, 2, 6, 7],
    [3, 1, 6, 7],
  ]);
});

it('covers nothing with a box that has no area, and gives nothing for no boxes', () => {
  const flat = pasteCrop(crops, tf.tensor2d([[0, 0, 0, 1]]), [4, 4]).alpha;
  expect([...flat.dataSync()]).toEqual(Array<number>(16).fill(0));
  expect(pasteCrop(crops, [], [4, 4]).alpha.shape).toEqual([0, 4, 4, 1]);
});

it.each([
  ['INVALID_OPTION', { paddingMode: 'zeros' }],
  ['INVALID_OPTION', { mode: 'cubic' }],
])('%s: %o', (code, options) => {
  const wrong = (): unknown => Reflect.apply(pasteCrop, undefined, [crops, box, [4, 4], options]);
  expect(wrong).toThrow(expect.objectContaining({ code }));
});
