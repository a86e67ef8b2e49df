import '@cropgrad/backend-cpu';
import {
  affineSample,
  crop,
  gridSample,
  gridSampleJvp,
  type Mode,
  PADDING_MODES,
  perspectiveGrid,
  perspectiveSample,
  type SampleOptions,
} from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectClose } from './close.js';

/** A smooth image, so that differences are close to derivatives. */
const image = tf.tensor4d(
  Float32Array.from({ length: 6 * 7 * 2 }, (_, i) => Math.sin(0.9 * Math.floor(i / 2)) + 0.3 * (i % 2)),
  [1, 6, 7, 2],
);
const volume = tf.tensor5d(
  Float32Array.from({ length: 4 * 5 * 4 }, (_, i) => Math.sin(0.7 * i)),
  [1, 4, 5, 4, 1],
);
const grid = tf.randomUniform([1, 3, 4, 2], -1.2, 1.2, 'float32', 7) as tf.Tensor4D;
const grid3d = tf.randomUniform([1, 2, 2, 3, 3], -1.2, 1.2, 'float32', 3) as tf.Tensor5D;
const theta = tf.tensor3d([0.61, 0.13, 0.07, -0.11, 0.52, -0.06], [1, 2, 3]);
const box = tf.tensor2d([[-0.52, -0.63, 0.71, 0.44]]);
const noise = (shape: number[], seed: number): tf.Tensor => tf.randomUniform(shape, -1, 1, 'float32', seed);

const CELLS: [Mode, (typeof PADDING_MODES)[number], boolean][] = (['bilinear', 'bicubic'] as const).flatMap((mode) =>
  PADDING_MODES.flatMap((paddingMode) =>
    [false, true].map((alignCorners): [Mode, (typeof PADDING_MODES)[number], boolean] => [
      mode,
      paddingMode,
      alignCorners,
    ]),
  ),
);

describe.each(CELLS)(
  '%s, %s, alignCorners %s: the gradient of a gradient equals differences of the first',
  (mode, paddingMode, alignCorners) => {
    const options: SampleOptions = { mode, paddingMode, alignCorners, fillValue: 0.7 };

    it('gridSample, by dy, image and grid', () => {
      expectTwice((i, g) => gridSample(i as tf.Tensor4D, g as tf.Tensor4D, options), image, grid);
    });

    it('gridSample of a volume', () => {
      expectTwice((i, g) => gridSample(i as tf.Tensor5D, g as tf.Tensor5D, options), volume, grid3d);
    });

    it('affineSample and crop', () => {
      expectTwice((i, t) => affineSample(i as tf.Tensor4D, t as tf.Tensor3D, [3, 4], options), image, theta);
      expectTwice((i, b) => crop(i as tf.Tensor4D, b as tf.Tensor2D, [3, 4], options), image, box);
    });

    it('perspectiveSample and perspectiveGrid', () => {
      const view = tf.tensor3d([0.63, 0.17, 0.05, -0.13, 0.57, -0.03, 0.11, -0.07, 0.93], [1, 3, 3]);
      expectTwice((i, t) => perspectiveSample(i as tf.Tensor4D, t as tf.Tensor3D, [3, 4], options), image, view);
      const gridOf = (t: tf.Tensor): tf.Tensor => perspectiveGrid(t as tf.Tensor3D, [3, 4], { alignCorners });
      const dgrid = noise([1, 3, 4, 2], 6);
      expectDifferences((y) => tf.grad(gridOf)(view, y), dgrid);
      expectDifferences((t) => tf.grad(gridOf)(t, dgrid), view);
    });

    it('gridSampleJvp is the difference along its tangent, and has its gradients', () => {
      const tangent = noise(grid.shape, 11);
      const jvp = (i: tf.Tensor, g: tf.Tensor, t: tf.Tensor): tf.Tensor =>
        gridSampleJvp(i as tf.Tensor4D, g as tf.Tensor4D, t as tf.Tensor4D, options);
      const step = 2 ** -10;
      const moved = (by: number): tf.Tensor => gridSample(image, tf.add(grid, tf.mul(tangent, by)), options);
      const differences = tf.div(tf.sub(moved(step), moved(-step)), 2 * step);
      expectClose(jvp(image, grid, tangent), [1, 3, 4, 2], differences.dataSync(), 2e-2);
      expectDifferences((x) => jvp(x, grid, tangent), image);
      expectDifferences((x) => jvp(image, x, tangent), grid);
      expectDifferences((x) => jvp(image, grid, x), tangent);
    });
  },
);

/** The gradient by the points, differentiated by all that it depends on. */
function expectTwice(
  sample: (image: tf.Tensor, points: tf.Tensor) => tf.Tensor,
  i: tf.Tensor,
  points: tf.Tensor,
): void {
  const dy = noise(sample(i, points).shape, 5);
  const slopes = (y: tf.Tensor, im: tf.Tensor, x: tf.Tensor): tf.Tensor => tf.grad((p) => sample(im, p))(x, y);
  expectDifferences((y) => slopes(y, i, points), dy);
  expectDifferences((im) => slopes(dy, im, points), i);
  expectDifferences((x) => slopes(dy, i, x), points);
}

/** Compares a gradient with central differences of the function along three random directions. */
function expectDifferences(f: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): void {
  const cotangent = noise(f(x).shape, 4);
  const gradient = tf.grad(f)(x, cotangent);
  const step = 2 ** -11;
  for (const seed of [21, 22, 23]) {
    const direction = noise(x.shape, seed);
    const at = (by: number): number => tf.sum(tf.mul(cotangent, f(tf.add(x, tf.mul(direction, by))))).dataSync()[0];
    const wanted = (at(step) - at(-step)) / (2 * step);
    const [found] = tf.sum(tf.mul(gradient, direction)).dataSync();
    expect(Math.abs(found - wanted), `${found} for ${wanted}`).toBeLessThan(0.02 * (1 + Math.abs(wanted)));
  }
}
