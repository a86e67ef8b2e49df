import '@cropgrad/backend-cpu';
import { affineSample, gridSample, type Mode, type PaddingMode } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { IS_FULL } from '../runs.js';
import { noise } from './noise.js';
import { startWebGL } from './variant.js';

/** How far from backend-cpu's a result may be, where pixels are in [-1, 1]. */
const OUTPUT: Record<Mode, number> = { bilinear: 5e-6, nearest: 0, bicubic: 1e-5 };
const IMAGE_INDEX = [0, 1, 1, 0];
const MODES: readonly Mode[] = ['bilinear', 'nearest', 'bicubic'];
const PADDINGS: readonly PaddingMode[] = ['zeros', 'border', 'reflection', 'wrap'];

const [CROPS, SIDE, H, W, C] = [4, 64, 40, 48, 3];
const POINTS = CROPS * SIDE * SIDE;
const IMAGE = noise(2 * H * W * C, 1);
/** Turned, and with corners beyond the image. */
const THETA = Float32Array.from(noise(CROPS * 6, 2), (x, i) => (i % 6 === 0 || i % 6 === 4 ? 0.7 : 0) + 0.3 * x);
const GRID = new Float32Array(POINTS * 2);
/** dy is 0 where a coordinate is within 1e-4 pixels of a tie, whose sides rounding decides. */
const DY = noise(POINTS * C, 3);

for (let point = 0; point < POINTS; point++) {
  const n = Math.floor(point / SIDE ** 2);
  const [u, v] = [point % SIDE, Math.floor(point / SIDE) % SIDE].map((j) => (2 * j + 1) / SIDE - 1);
  [W, H].forEach((length, axis) => {
    const [a, b, c] = THETA.subarray(n * 6 + axis * 3);
    const g = a * u + b * v + c;
    GRID[point * 2 + axis] = g;
    const halves = (g + 1) * length - 1;
    if (Math.abs(halves - Math.round(halves)) < 2e-4) DY.fill(0, point * C, (point + 1) * C);
  });
}

/** Where a tap is read, per padding. */
const INDEX: Record<PaddingMode, (i: number, length: number) => number> = {
  zeros: (i) => i,
  border: (i, length) => Math.min(Math.max(i, 0), length - 1),
  reflection: (i, length) => Math.min(modulo(i, 2 * length), 2 * length - 1 - modulo(i, 2 * length)),
  wrap: modulo,
};

function modulo(i: number, length: number): number {
  return i - length * Math.floor(i / length);
}

/** The absolute weights of taps around a coordinate, by the distances of their pixels. */
const WEIGHT: Record<Mode, (distance: number) => number> = {
  nearest: (d) => (d <= 0.5 ? 1 : 0),
  bilinear: (d) => Math.max(1 - d, 0),
  bicubic: (d) => (d <= 1 ? 1.25 * d ** 3 - 2.25 * d ** 2 + 1 : d < 2 ? 0.75 * (d - 1) * (2 - d) ** 2 : 0),
};

/** The sum of |w dy| at each pixel, over the taps of all points. */
function sizesAtPixels(mode: Mode, padding: PaddingMode): Float64Array {
  const sizes = new Float64Array(2 * H * W * C);
  for (let point = 0; point < POINTS; point++) {
    const image0 = IMAGE_INDEX[Math.floor(point / SIDE ** 2)] * H;
    const taps = [W, H].map((length, axis) => {
      const x = ((GRID[point * 2 + axis] + 1) * length - 1) / 2;
      return [-1, 0, 1, 2]
        .map((t) => Math.floor(x) + t)
        .map((i): [number, number] => [INDEX[padding](i, length), WEIGHT[mode](Math.abs(x - i))]);
    });
    for (const [j, wx] of taps[0]) {
      for (const [i, wy] of taps[1]) {
        if (j < 0 || j >= W || i < 0 || i >= H) continue;
        for (let c = 0; c < C; c++) sizes[((image0 + i) * W + j) * C + c] += wx * wy * Math.abs(DY[point * C + c]);
      }
    }
  }
  return sizes;
}

interface Results {
  readonly output: Float32Array;
  readonly dImage: Float32Array;
  readonly dPoints: Float32Array;
}

/** The results of a backend; the gradients are of sum(output · dy). */
async function resultsOf(
  backend: string,
  op: 'theta' | 'grid',
  mode: Mode,
  paddingMode: PaddingMode,
): Promise<Results> {
  await tf.setBackend(backend);
  const image = tf.tensor4d(IMAGE, [2, H, W, C]);
  const points = op === 'theta' ? tf.tensor3d(THETA, [CROPS, 2, 3]) : tf.tensor4d(GRID, [CROPS, SIDE, SIDE, 2]);
  const options = { mode, paddingMode, imageIndex: IMAGE_INDEX };
  const sample = (x: tf.Tensor, p: tf.Tensor): tf.Tensor =>
    op === 'theta'
      ? affineSample(x as tf.Tensor4D, p as tf.Tensor3D, [SIDE, SIDE], options)
      : gridSample(x as tf.Tensor4D, p as tf.Tensor4D, options);
  const output = sample(image, points);
  const [dImage, dPoints] = tf.grads(sample)([image, points], tf.tensor4d(DY, [CROPS, SIDE, SIDE, C]));
  const tensors = [output, dImage, dPoints];
  const [o, i, p] = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
  tf.dispose([image, points, ...tensors]);
  return { output: o, dImage: i, dPoints: p };
}

function farthest(a: Float32Array, b: Float32Array, scale: (i: number) => number): number {
  return a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i]) / scale(i)), 0);
}

beforeAll(() => startWebGL({ precision: 'f32', blends: true }));

const ALL = MODES.flatMap((mode) => PADDINGS.map((padding) => [mode, padding] as const));
/** Each mode and each padding at least once. */
const SOME: readonly (readonly [Mode, PaddingMode])[] = [
  ['bilinear', 'zeros'],
  ['bicubic', 'reflection'],
  ['nearest', 'border'],
  ['bilinear', 'wrap'],
];

describe.each(['theta', 'grid'] as const)('by %s', (op) => {
  test.each(IS_FULL ? ALL : SOME)('%s with %s answers what backend-cpu does', async (mode, padding) => {
    const ours = await resultsOf('webgl', op, mode, padding);
    const cpu = await resultsOf('cpu', op, mode, padding);
    const sizes = sizesAtPixels(mode, padding);

    const isFree = (_: number, i: number): boolean => DY[i] !== 0;
    const output = farthest(ours.output.filter(isFree), cpu.output.filter(isFree), () => 1);
    const dImage = farthest(ours.dImage, cpu.dImage, (i) => Math.max(1, sizes[i]));
    const terms = termSizes((await resultsOf('cpu', 'grid', mode, padding)).dPoints);
    const dTheta = op === 'theta' ? farthest(ours.dPoints, cpu.dPoints, (i) => Math.max(terms[i], 1e-30)) : 0;
    if (IS_FULL) console.log(`${op} ${mode} ${padding}: output ${output}, image ${dImage}, theta ${dTheta}`);
    expect(output).toBeLessThanOrEqual(OUTPUT[mode]);
    expect(dImage).toBeLessThanOrEqual(5e-6);
    expect(dTheta).toBeLessThanOrEqual(2e-6);
  });
});

/** How large the terms of each entry of a theta's gradient are, in sum. */
function termSizes(dGrid: Float32Array): Float64Array {
  const sizes = new Float64Array(CROPS * 6);
  for (let point = 0; point < POINTS; point++) {
    const n = Math.floor(point / SIDE ** 2);
    const [u, v] = [point % SIDE, Math.floor(point / SIDE) % SIDE].map((j) => (2 * j + 1) / SIDE - 1);
    for (const axis of [0, 1]) {
      [u, v, 1].forEach((base, column) => {
        sizes[n * 6 + axis * 3 + column] += Math.abs(dGrid[point * 2 + axis] * base);
      });
    }
  }
  return sizes;
}
