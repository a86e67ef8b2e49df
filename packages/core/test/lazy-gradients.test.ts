import '@cropgrad/backend-cpu';
import { affineGrid, affineSample, boxToTheta, crop, gridSample } from '@cropgrad/core';
import { KERNEL_PREFIX } from '@cropgrad/core/backend';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

const image = tf.randomUniform([1, 8, 8, 2], 0, 1, 'float32', 1) as tf.Tensor4D;
const boxes = tf.tensor2d([[-0.5, -0.5, 0.5, 0.75]]);
const dy = tf.ones([1, 4, 4, 2]);

/** The names of the crop kernels that ran, without their prefix. */
async function kernelsOf(run: () => tf.Tensor): Promise<string[]> {
  const profile = await tf.profile(run);
  return profile.kernelNames
    .filter((name) => name.startsWith(KERNEL_PREFIX))
    .map((name) => name.slice(KERNEL_PREFIX.length))
    .sort();
}

describe('gradients are lazy', () => {
  it('training the box never runs the image gradient', async () => {
    const names = await kernelsOf(() => tf.grad((b) => crop(image, b as tf.Tensor2D, [4, 4]))(boxes, dy));
    expect(names).toEqual(['AffineSample', 'AffineSampleGradTheta', 'BoxToTheta', 'BoxToThetaGradBoxes']);
  });

  it('training the image never runs the theta gradient', async () => {
    const names = await kernelsOf(() => tf.grad((i) => crop(i as tf.Tensor4D, boxes, [4, 4]))(image, dy));
    expect(names).toEqual(['AffineSample', 'AffineSampleGradImage', 'BoxToTheta']);
  });

  it('training the theta through a grid never runs the image gradient', async () => {
    const f = (theta: tf.Tensor): tf.Tensor => gridSample(image, affineGrid(theta as tf.Tensor3D, [4, 4]));
    const names = await kernelsOf(() => tf.grad(f)(boxToTheta(boxes), dy));
    expect(names).toEqual(['AffineGrid', 'AffineGridGradTheta', 'BoxToTheta', 'GridSample', 'GridSampleGradGrid']);
  });

  it('training the image at a grid never runs the grid gradient', async () => {
    const grid = affineGrid(boxToTheta(boxes), [4, 4]);
    const names = await kernelsOf(() => tf.grad((i) => gridSample(i as tf.Tensor4D, grid))(image, dy));
    expect(names).toEqual(['GridSample', 'GridSampleGradImage']);
  });

  it('an int32 image gets zeros, and no kernel runs for them', async () => {
    const ints = tf.cast(image, 'int32');
    const f = (i: tf.Tensor): tf.Tensor => affineSample(i as tf.Tensor4D, boxToTheta(boxes), [4, 4]);
    const names = await kernelsOf(() => {
      const gradient = tf.grad(f)(ints, dy);
      expect(gradient.shape).toEqual(image.shape);
      expect([...gradient.dataSync()].every((value) => value === 0)).toBe(true);
      return gradient;
    });
    expect(names).toEqual(['AffineSample', 'BoxToTheta']);
  });
});
