import { affineGrid, affineSample, gridSample, type Mode } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { noise } from '../numbers.js';
import { useWebGPU } from '../webgpu.js';

beforeAll(useWebGPU);

/** Values that make sums depend on their order: over twelve powers of ten. */
function spread(length: number): Float32Array {
  return noise(length, 3).map((x, k) => x * 10 ** ((k % 13) - 6));
}

/** The bits that all eight kernels give: grids, crops and gradients. */
async function bits(mode: Mode, theta: Float32Array, antialias = false): Promise<Int32Array[]> {
  const results = tf.tidy(() => {
    const image = tf.tensor4d(noise(2 * 20 * 24 * 2, 1), [2, 20, 24, 2]);
    const thetas = tf.tensor3d(theta, [2, 2, 3]);
    const size = [40, 40] as const;
    const dy = tf.tensor4d(spread(2 * 40 * 40 * 2), [2, ...size, 2]);
    const grid = affineGrid(thetas, size);
    const fused = tf.grads((x, t) => affineSample(x as tf.Tensor4D, t as tf.Tensor3D, size, { mode, antialias }));
    const composed = tf.grads((x, t) => gridSample(x as tf.Tensor4D, affineGrid(t as tf.Tensor3D, size), { mode }));
    const ofGrid = tf.grad((g) => gridSample(image, g as tf.Tensor4D, { mode }));
    return [
      grid,
      gridSample(image, grid, { mode }),
      affineSample(image, thetas, size, { mode, antialias }),
      ...fused([image, thetas], dy),
      ...composed([image, thetas], dy),
      ofGrid(grid, dy),
    ];
  });
  const read = await Promise.all(results.map((tensor) => tensor.data()));
  tf.dispose(results);
  return read.map((values) => new Int32Array(Float32Array.from(values).buffer));
}

/** Two crops that cover their images, and two in which each pixel is read by hundreds of outputs. */
const THETAS = {
  wide: [1.1, 0.2, 0.1, -0.2, 0.9, 0, 0.7, 0, 0.3, 0, 0.8, -0.2],
  crowded: [0.05, 0.01, 0.1, -0.01, 0.04, 0, 0, 0, 0.3, 0, 0, -0.2],
} as const;

test.each(
  (['bilinear', 'nearest', 'bicubic'] as const).flatMap((mode) => [
    [mode, 'wide'] as const,
    [mode, 'crowded'] as const,
  ]),
)('every kernel gives the same bits five times: %s, %s', async (mode, kind) => {
  const theta = Float32Array.from(THETAS[kind]);
  const first = await bits(mode, theta);
  expect(first.every((values) => values.some((value) => value !== 0))).toBe(mode !== 'nearest');
  for (let repeat = 1; repeat < 5; repeat++) expect(await bits(mode, theta)).toEqual(first);
});

test('and so does what is antialiased', async () => {
  const theta = Float32Array.from(THETAS.wide, (entry) => 3 * entry);
  const first = await bits('bilinear', theta, true);
  for (let repeat = 1; repeat < 5; repeat++) expect(await bits('bilinear', theta, true)).toEqual(first);
});
