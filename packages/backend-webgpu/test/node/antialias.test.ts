import { affineSample, crop, type PaddingMode, perspectiveSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { type AntialiasedCall, trueCrop, trueImageGradient, trueThetaGradient } from '../antialias-truth.js';
import { noise } from '../numbers.js';
import { IS_FULL } from '../runs.js';
import { useWebGPU } from '../webgpu.js';

beforeAll(useWebGPU);

/** What may differ from float64, of images and dy in [-1, 1], as parts of what the numbers are the sums of. */
const [OUTPUT_ERROR, IMAGE_ERROR, THETA_ERROR] = [2e-6, 2e-6, 2e-6];

const PADDING_MODES: readonly PaddingMode[] = ['zeros', 'border', 'reflection', 'wrap'];

/** Shrinks much along one axis, and magnifies; turned; partly outside; and so far apart that the image fits between outputs. */
const THETAS: Readonly<Record<string, readonly number[]>> = {
  box: [0.93, 0, 0.113, 0, 0.47, -0.231],
  turned: [0.83, -0.42, 0.31, 0.37, 1.21, -0.47],
  far: [9.3, 0.4, 0.21, -0.3, 4.1, 0.17],
  magnified: [0.11, 0.03, 0.9, -0.02, 0.13, -0.4],
};

const PERSPECTIVE = [0.83, -0.24, 0.11, 0.27, 0.91, -0.17, 0.23, -0.31, 0.97];

const ALL = (['bilinear', 'bicubic'] as const).flatMap((mode) =>
  PADDING_MODES.map((paddingMode) => [mode, paddingMode] as const),
);
/** Each mode and each padding but border, and both modes where the image repeats within the filter. */
const SOME = [ALL[0], ALL[3], ALL[6], ALL[7]];

const SOLID = [0.91, 0.12, -0.2, 0.31, -0.17, 0.83, 0.1, 0.13, 0.2, -0.1, 1.21, -0.23];

interface Errors {
  output: number;
  image: number;
  theta: number;
}

/** How far the device is from float64, in parts of the largest numbers that there should be. */
async function errorsOf(call: AntialiasedCall, given: readonly number[]): Promise<Errors> {
  const theta = Float32Array.from(given);
  const [rows, dimensions] = [theta.length === 9 ? 3 : call.size.length, call.size.length];
  const sample = (image: tf.Tensor, by: tf.Tensor): tf.Tensor => {
    const size = [...call.size].reverse() as [number, number];
    const { mode, paddingMode, alignCorners, widen, fillValue } = call;
    const options = { mode, paddingMode, alignCorners, fillValue, antialias: { widen } };
    return theta.length === 9
      ? perspectiveSample(image as tf.Tensor4D, by as tf.Tensor3D, size, options)
      : affineSample(image as tf.Tensor4D, by as tf.Tensor3D, size, options);
  };
  const outputs = call.size.reduce((product, length) => product * length, 1);
  const dy = noise(outputs, 7);
  const results = tf.tidy(() => {
    const image = tf.tensor(Float32Array.from(call.image), [1, ...[...call.imageSize].reverse(), 1]);
    const by = tf.tensor(theta, [1, rows, dimensions + 1]);
    const gradient = tf.tensor(dy, [1, ...[...call.size].reverse(), 1]);
    return [sample(image, by), ...tf.grads(sample)([image, by], gradient)];
  });
  const [output, image, byTheta] = await Promise.all(results.map((tensor) => tensor.data()));
  tf.dispose(results);
  return {
    output: distance(output, trueCrop(call, theta)),
    image: distance(image, trueImageGradient(call, theta, dy)),
    theta: distance(byTheta, trueThetaGradient(call, theta, dy)),
  };
}

function distance(got: ArrayLike<number>, truth: ArrayLike<number>): number {
  const most = Array.from(truth).reduce((largest, value) => Math.max(largest, Math.abs(value)), 1);
  return Array.from(truth).reduce((largest, value, k) => Math.max(largest, Math.abs(got[k] - value) / most), 0);
}

function callOf(change: Partial<AntialiasedCall>): AntialiasedCall {
  const imageSize = change.imageSize ?? [23, 17];
  return {
    mode: 'bilinear',
    paddingMode: 'zeros',
    alignCorners: false,
    widen: 1,
    fillValue: 0.7,
    size: [5, 6],
    image: noise(
      imageSize.reduce((product, length) => product * length, 1),
      3,
    ),
    ...change,
    imageSize,
  };
}

function expectSmall({ output, image, theta }: Errors): void {
  expect(output).toBeLessThanOrEqual(OUTPUT_ERROR);
  expect(image).toBeLessThanOrEqual(IMAGE_ERROR);
  expect(theta).toBeLessThanOrEqual(THETA_ERROR);
}

for (const [mode, paddingMode] of IS_FULL ? ALL : SOME) {
  test(`${mode} with padding ${paddingMode} is what float64 answers`, async () => {
    for (const theta of Object.values(THETAS)) expectSmall(await errorsOf(callOf({ mode, paddingMode }), theta));
    const call = callOf({ mode, paddingMode, alignCorners: true, widen: 2.5 });
    expectSmall(await errorsOf(call, THETAS.turned));
  });
}

test.each(IS_FULL ? ALL : [ALL[0]])(
  '%s with padding %s in perspective is what float64 answers',
  async (mode, paddingMode) => {
    expectSmall(await errorsOf(callOf({ mode, paddingMode }), PERSPECTIVE));
  },
);

test.each(IS_FULL ? ALL : [ALL[4]])(
  '%s of volumes with padding %s is what float64 answers',
  async (mode, paddingMode) => {
    const call = callOf({ mode, paddingMode, imageSize: [9, 8, 7], size: [3, 2, 3] });
    expectSmall(await errorsOf(call, SOLID));
  },
);

test('white stays white, and nothing is whiter', async () => {
  const sky = Float32Array.from(noise(1 * 60 * 50 * 3, 5), (x, k) =>
    k < 30 * 50 * 3 ? 255 : Math.round(127 + 127 * x),
  );
  const boxes = Array.from({ length: 60 }, (_, n) => {
    const [x, y, width, height] = noise(4, n + 1);
    return [x - 0.6 - width / 3, y - 0.6 - height / 3, x + 0.6 + width / 3, y + 0.6 + height / 3];
  });
  const photo = tf.tensor4d(sky, [1, 60, 50, 3]);
  const crops = await crop(photo, boxes, [7, 9], { antialias: true, paddingMode: 'border' }).data<'float32'>();
  expect(crops.reduce((most, x) => Math.max(most, x), 0)).toBe(255);
  const white = await crop(tf.fill([1, 60, 50, 3], 0.1), boxes, [7, 9], {
    antialias: true,
    mode: 'bicubic',
    fillValue: 0.1,
  });
  expect(new Set(await white.data())).toEqual(new Set([Math.fround(0.1)]));
});

test('a theta without bounds gives an answer all the same', async () => {
  const image = tf.tensor4d(noise(6 * 5, 1), [1, 6, 5, 1]);
  for (const scale of [1e6, 1e20, 1e37]) {
    const theta = [
      [
        [scale, -scale, 0.1],
        [scale, scale, 0.2],
      ],
    ];
    const crops = affineSample(image, theta, [3, 3], { antialias: true, paddingMode: 'wrap' });
    const all = [...(await crops.data())];
    const mean = (await tf.mean(image).data())[0];
    // Every output is as large as many images, so that the middle one is their mean. The others are far away.
    expect(all[4]).toBeCloseTo(mean, 5);
    expect(all.every(Number.isFinite)).toBe(true);
  }
});
