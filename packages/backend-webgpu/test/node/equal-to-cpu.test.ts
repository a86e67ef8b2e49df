import '@cropgrad/backend-cpu';
import { affineGrid, affineSample, gridSample, type Mode, type PaddingMode } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { noise } from '../numbers.js';
import { IS_FULL } from '../runs.js';
import { useWebGPU } from '../webgpu.js';

/** What may differ, of images and dy in [-1, 1]. */
const OUTPUT_ERROR: Readonly<Record<Mode, number>> = { bilinear: 5e-6, bicubic: 1e-5, nearest: 0 };
/** Of the sum of the sizes of what a pixel gets, or of 1. */
const IMAGE_GRADIENT_ERROR = 5e-6;
/** Of the sum of the sizes of what a theta's entry gets. */
const THETA_GRADIENT_ERROR = 2e-6;
/** How near to a kink, in pixels, points are left out. */
const NEAR = 1e-4;

const MODES: readonly Mode[] = ['bilinear', 'bicubic', 'nearest'];
const PADDING_MODES: readonly PaddingMode[] = ['zeros', 'border', 'reflection', 'wrap'];
const ALL = MODES.flatMap((mode) => PADDING_MODES.map((paddingMode) => [mode, paddingMode] as const));
/** Each mode and each padding at least once. */
const SOME: readonly (readonly [Mode, PaddingMode])[] = [
  ['bilinear', 'zeros'],
  ['bicubic', 'reflection'],
  ['nearest', 'border'],
  ['bilinear', 'wrap'],
];

const [height, width] = [40, 48];
const size = [64, 64] as const;
const crops = 4;
const imageIndex = [0, 1, 1, 0];
const image = noise(2 * height * width * 3, 1);
const thetas = Float32Array.from(
  [
    [0.93, -0.21, 0.11, 0.32, 0.84, -0.13],
    [1.37, 0.02, 0.23, -0.03, -0.71, 0.31],
    [0.41, 0.13, -0.52, -0.11, 0.43, 0.47],
    [0.087, 0.031, 0.29, 0.023, 0.091, -0.37],
  ].flat(),
);

/** 0 for outputs with a coordinate near a kink: a whole number or a half, in pixels. */
function awayFromKinks(): Float32Array {
  const isNear = (x: number): boolean => Math.abs(2 * x - Math.round(2 * x)) < 2 * NEAR;
  return Float32Array.from({ length: crops * size[0] * size[1] }, (_, point) => {
    const [n, i, j] = [Math.floor(point / 4096), Math.floor(point / 64) % 64, point % 64];
    const [a, b, c, d, e, f] = thetas.subarray(6 * n);
    const [u, v] = [(2 * j + 1) / 64 - 1, (2 * i + 1) / 64 - 1];
    const [x, y] = [((a * u + b * v + c + 1) * width - 1) / 2, ((d * u + e * v + f + 1) * height - 1) / 2];
    return isNear(x) || isNear(y) ? 0 : 1;
  });
}

const away = awayFromKinks();
const dy = noise(crops * size[0] * size[1] * 3, 2).map((value, k) => value * away[Math.floor(k / 3)]);

type Answers = Record<'output' | 'dImage' | 'dTheta' | 'dGrid' | 'sizes', Float32Array>;

/** What a backend answers, forward and backward, by theta or by the grid that cpu makes of it. */
async function answers(
  backend: string,
  op: 'affineSample' | 'gridSample',
  grids: Float32Array,
  options: object,
): Promise<Answers> {
  await tf.setBackend(backend);
  const x = tf.tensor4d(image, [2, height, width, 3]);
  const theta = tf.tensor3d(thetas, [crops, 2, 3]);
  const gradient = tf.tensor4d(dy, [crops, ...size, 3]);
  const grid = tf.tensor4d(grids, [crops, ...size, 2]);
  const sample = (x: tf.Tensor, by: tf.Tensor): tf.Tensor =>
    op === 'affineSample'
      ? affineSample(x as tf.Tensor4D, by as tf.Tensor3D, size, { ...options, imageIndex })
      : gridSample(x as tf.Tensor4D, by as tf.Tensor4D, { ...options, imageIndex });
  const by = op === 'affineSample' ? theta : grid;
  const results = tf.tidy(() => ({
    output: sample(x, by),
    dImage: tf.grad((x) => sample(x, by))(x, gradient),
    dTheta: tf.grad((by) => sample(x, by))(by, gradient),
    dGrid: tf.grad((grid) => gridSample(x, grid as tf.Tensor4D, { ...options, imageIndex }))(grid, gradient),
    sizes: tf.grad((x) => sample(x, by))(x, tf.abs(gradient)),
  }));
  const read = await Promise.all(Object.entries(results).map(async ([name, tensor]) => [name, await tensor.data()]));
  tf.dispose([x, theta, gradient, grid, results]);
  return Object.fromEntries(read);
}

/** The sum of the sizes of the terms of each entry of theta's gradient. */
function termSizes(dGrid: Float32Array): Float64Array {
  const sums = new Float64Array(thetas.length);
  for (let point = 0; point < away.length; point++) {
    const [n, i, j] = [Math.floor(point / 4096), Math.floor(point / 64) % 64, point % 64];
    const base = [(2 * j + 1) / 64 - 1, (2 * i + 1) / 64 - 1, 1];
    for (let entry = 0; entry < 6; entry++) {
      sums[6 * n + entry] += Math.abs(dGrid[2 * point + Math.floor(entry / 3)] * base[entry % 3]);
    }
  }
  return sums;
}

function largest(length: number, error: (k: number) => number): number {
  let most = 0;
  for (let k = 0; k < length; k++) most = Math.max(most, error(k));
  return most;
}

for (const op of ['affineSample', 'gridSample'] as const) {
  test.each(IS_FULL ? ALL : SOME)(`${op}: %s with padding %s is what cpu answers`, async (mode, paddingMode) => {
    await tf.setBackend('cpu');
    const grid = await tf.tidy(() => affineGrid(tf.tensor3d(thetas, [crops, 2, 3]), size)).data<'float32'>();
    await useWebGPU();
    const gpu = await answers('webgpu', op, grid, { mode, paddingMode, fillValue: 0.25 });
    const cpu = await answers('cpu', op, grid, { mode, paddingMode, fillValue: 0.25 });
    const output = largest(cpu.output.length, (k) => away[Math.floor(k / 3)] * Math.abs(gpu.output[k] - cpu.output[k]));
    const dImage = largest(image.length, (k) => Math.abs(gpu.dImage[k] - cpu.dImage[k]) / Math.max(1, cpu.sizes[k]));
    const sizes = termSizes(cpu.dGrid);
    const dTheta =
      op === 'gridSample' || mode === 'nearest'
        ? 0
        : largest(thetas.length, (k) => Math.abs(gpu.dTheta[k] - cpu.dTheta[k]) / sizes[k]);
    if (IS_FULL) console.log(`${op} ${mode} ${paddingMode}: output ${output}, image ${dImage}, theta ${dTheta}`);
    expect(output).toBeLessThanOrEqual(OUTPUT_ERROR[mode]);
    expect(dImage).toBeLessThanOrEqual(IMAGE_GRADIENT_ERROR);
    expect(dTheta).toBeLessThanOrEqual(THETA_GRADIENT_ERROR);
  });
}
