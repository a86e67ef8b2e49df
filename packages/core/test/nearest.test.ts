import '@cropgrad/backend-cpu';
import { affineSample, crop, gridSample } from '@cropgrad/core';
import { KERNEL_PREFIX } from '@cropgrad/core/backend';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';

const image = tf.tensor4d([1, 2, 3, Number.NaN, 5, 6, 7, 8, 9], [1, 3, 3, 1]);
const dy = tf.fill([1, 2, 2, 1], Number.POSITIVE_INFINITY);
const options = { mode: 'nearest' } as const;

type Sampler = (image: tf.Tensor, points: tf.Tensor) => tf.Tensor;

const theta = [0.5, 0, 0, 0, 0.5, 0];
const grid = [-0.9, 0, 0.9, 0, 2, 2, 0, 0];
const SAMPLERS: [string, Sampler, tf.Tensor, tf.Tensor][] = [
  [
    'crop',
    (i, x) => crop(i, x, [2, 2], options),
    tf.tensor2d([[-1, 0, 0.5, 1]]),
    tf.tensor2d([[-1, Number.NaN, 0, 1]]),
  ],
  [
    'affineSample',
    (i, x) => affineSample(i, x, [2, 2], options),
    tf.tensor3d(theta, [1, 2, 3]),
    tf.tensor3d(theta.with(2, Number.POSITIVE_INFINITY), [1, 2, 3]),
  ],
  [
    'gridSample',
    (i, x) => gridSample(i, x as tf.Tensor4D, options),
    tf.tensor4d(grid, [1, 2, 2, 2]),
    tf.tensor4d(grid.with(1, Number.NaN), [1, 2, 2, 2]),
  ],
];

/** Runs a gradient, which must be zeros like x, and gives the names of the samplers' kernels that ran for it. */
async function kernelsOfZeros(gradient: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): Promise<string[]> {
  const { kernelNames, result } = await tf.profile(() => gradient(x));
  if (!(result instanceof tf.Tensor)) throw new Error('a gradient is one tensor');
  expect(result.shape).toEqual(x.shape);
  expect(result.dataSync().every((value) => value === 0)).toBe(true);
  return kernelNames.filter((name) => name.startsWith(KERNEL_PREFIX) && name.includes('Sample'));
}

it.each(SAMPLERS)(
  '%s: the gradient of nearest by the points is 0, and no kernel runs for it',
  async (_, f, ...points) => {
    for (const x of points) {
      const kernels = await kernelsOfZeros((moved) => tf.grad((y) => f(image, y))(moved, dy), x);
      expect(kernels).toEqual([expect.stringMatching(/Sample$/)]);
    }
  },
);

it.each(SAMPLERS)('%s: so is that of the gradient by the image', async (_, f, ...points) => {
  for (const x of points) {
    const byImage = (moved: tf.Tensor): tf.Tensor => tf.grad((i) => f(i, moved))(image, dy);
    const kernels = await kernelsOfZeros((moved) => tf.grad(byImage)(moved, image), x);
    expect(kernels).toEqual([expect.stringMatching(/Sample$/), expect.stringMatching(/GradImage$/)]);
  }
});

it.each(SAMPLERS)('%s: and zeros do not change with what they are the gradient of', async (_, f, x) => {
  const byPoints = (i: tf.Tensor, y: tf.Tensor, g: tf.Tensor): tf.Tensor => tf.grad((moved) => f(i, moved))(y, g);
  for (const [input, still] of [image, x, dy].entries()) {
    const at = (moved: tf.Tensor): tf.Tensor =>
      byPoints(input === 0 ? moved : image, input === 1 ? moved : x, input === 2 ? moved : dy);
    await kernelsOfZeros(tf.grad(at), still);
  }
});
