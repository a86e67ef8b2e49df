import { affineSample, boxToTheta, crop, PADDING_MODES, perspectiveSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { isGLMode } from '../../src/device/gpujs-mode.js';
import { registerGpuJsBackend } from '../../src/index.js';
import { IS_FULL } from '../runs.js';
import { type FilteredCall, filteredReads } from './filtered-reference.js';
import { MODE } from './mode.js';

beforeAll(async () => {
  registerGpuJsBackend({ mode: MODE });
  await tf.setBackend('gpujs');
});

/** A box that shrinks along x and is half outside, one that grows, a rotation, and a map whose x footprint is 1. */
const AFFINE = [
  [1.3137, 0, 0.4173, 0, 0.4519, -0.1331],
  [0.2371, 0, 0.3171, 0, -0.1937, 0.1713],
  [0.9071, -0.7717, 0.1373, 0.8311, 0.9137, -0.2113],
  [0.3137, 0.1271, -0.9371, 0.7117, 1.9131, 0.5573],
];
/** One whose last row is (0, 0, 1), one that narrows, and one that looks behind the camera. */
const PERSPECTIVE = [
  [1.3137, 0, 0.4173, 0, 0.4519, -0.1331, 0, 0, 1],
  [0.9073, 0.3171, 0.1137, -0.2171, 1.1313, 0.0537, 0.3137, -0.1731, 1.2071],
  [-0.8137, 0.2071, 0.1113, 0.1371, -0.9113, 0.0571, -0.9137, -0.7373, -0.9637],
];
const VOLUMES = [
  [1.1137, 0, 0, 0.1073, 0, -0.9171, 0, 0.2137, 0, 0, 0.4173, 0.7093],
  [0.7137, -0.5173, 0.4117, 0.0537, 0.6113, 0.8171, -0.3173, 0.1571, -0.4133, 0.2171, 0.9137, -0.3517],
];

/** A software WebGL takes seconds to compile what is not tried then; the suite's share of it is. */
const IS_QUICK = isGLMode(MODE) && !IS_FULL;

const CASES = [
  ...AFFINE.map((theta) => ({ theta, isPerspective: false, imageSize: [7, 9], size: [3, 4] })),
  ...PERSPECTIVE.map((theta) => ({ theta, isPerspective: true, imageSize: [7, 9], size: [3, 4] })),
  ...(IS_QUICK ? [] : VOLUMES).map((theta) => ({ theta, isPerspective: false, imageSize: [4, 5, 6], size: [2, 2, 3] })),
];

const COMBINATIONS = PADDING_MODES.flatMap((paddingMode) =>
  (['bilinear', 'bicubic'] as const).map((mode) => ({ mode, paddingMode })),
).filter((_, k, all) => !IS_QUICK || k === 0 || k === all.length - 1);

test.for(COMBINATIONS)('a crop and its gradients are what float64 says: $mode, $paddingMode', (options) => {
  CASES.forEach((one, c) => {
    const count = one.imageSize.reduce((product, length) => product * length, 1);
    compare({
      ...one,
      ...options,
      theta: one.theta.map(Math.fround),
      image: Array.from({ length: count }, (_, k) => Math.fround(Math.sin(1.7 * k + 0.3))),
      alignCorners: c % 2 === 1,
      fillValue: 0.75,
      widen: c % 3 === 2 ? 1.5 : 1,
    });
  });
});

/** A part of the largest number that rounding may take, in sums of some hundred terms of float32. */
const ROUNDING = 2e-5;

function compare(call: FilteredCall): void {
  const { image, theta, fillValue } = call;
  const cropOf = (theta: readonly number[]): number[] =>
    filteredReads({ ...call, theta }).map(({ pixels, fill }) =>
      pixels.reduce((sum, { at, weight }) => sum + weight * image[at], fill * fillValue),
    );
  const crops = cropOf(theta);
  const dy = crops.map((_, s) => Math.cos(2.3 * s + 0.1));
  const dimage = image.map(() => 0);
  filteredReads(call).forEach(({ pixels }, s) => {
    for (const { at, weight } of pixels) dimage[at] += weight * dy[s];
  });
  // This far from kinks, central differences are as right as float32 is.
  const step = 1e-6;
  const moved = (k: number, by: number): number =>
    cropOf(theta.map((entry, e) => (e === k ? entry + by : entry))).reduce((sum, value, s) => sum + value * dy[s], 0);
  const dtheta = theta.map((_, k) => (moved(k, step) - moved(k, -step)) / (2 * step));

  tf.tidy(() => {
    const dimensions = call.size.length;
    const $image = tf.tensor([...image], [1, ...call.imageSize, 1]);
    const $theta = tf.tensor([...theta], [1, theta.length / (dimensions + 1), dimensions + 1]);
    const sample = (x: tf.Tensor, t: tf.Tensor): tf.Tensor => sampled(call, x, t);
    const [gotImage, gotTheta] = tf.grads(sample)([$image, $theta], tf.tensor(dy, [1, ...call.size, 1]));
    requireClose(call, 'crop', sample($image, $theta), crops);
    requireClose(call, 'dimage', gotImage, dimage);
    requireClose(call, 'dtheta', gotTheta, dtheta);
  });
}

function sampled(call: FilteredCall, image: tf.Tensor, theta: tf.Tensor): tf.Tensor {
  const { mode, paddingMode, alignCorners, fillValue, widen, size, isPerspective } = call;
  const options = { mode, paddingMode, alignCorners, fillValue, antialias: { widen } };
  const [h, w] = size;
  if (isPerspective) return perspectiveSample(image as tf.Tensor4D, theta as tf.Tensor3D, [h, w], options);
  if (size.length === 2) return affineSample(image as tf.Tensor4D, theta as tf.Tensor3D, [h, w], options);
  return affineSample(image as tf.Tensor5D, theta as tf.Tensor3D, [size[0], size[1], size[2]], options);
}

function requireClose(call: FilteredCall, what: string, tensor: tf.Tensor, expected: readonly number[]): void {
  const got = tensor.dataSync();
  const largest = expected.reduce((most, x) => Math.max(most, Math.abs(x)), 1);
  expected.forEach((x, k) => {
    if (Math.abs(got[k] - x) <= ROUNDING * largest) return;
    const { image: _, ...shown } = call;
    expect.fail(`${what} ${k}: got ${got[k]}, expected ${x}, in ${JSON.stringify(shown)}`);
  });
}

test('white stays white, and nothing is above it', () => {
  // Sky above, noise below.
  const pixels = Array.from({ length: 40 * 48 }, (_, k) =>
    k < 20 * 48 ? 255 : Math.floor(128 * (1 + Math.sin(k * k))),
  );
  const boxes = Array.from({ length: 60 }, (_, n) => [
    -0.9 - 0.13 * Math.sin(n),
    -0.7 - 0.3 * Math.cos(3 * n),
    0.9 + 0.2 * Math.sin(5 * n),
    0.6 + 0.4 * Math.cos(7 * n),
  ]);
  for (const paddingMode of PADDING_MODES) {
    tf.tidy(() => {
      const image = tf.tensor4d(pixels, [1, 40, 48, 1]);
      const options = { imageIndex: boxes.map(() => 0), paddingMode, antialias: true, fillValue: 255 };
      const values = crop(image, boxes, [5, 6], options).dataSync();
      expect(Math.max(...values)).toBe(255);
      const white = crop(tf.fill([1, 40, 48, 1], 255) as tf.Tensor4D, boxes, [5, 6], options).dataSync();
      expect(new Set(white)).toEqual(new Set([255]));
    });
  }
});

test('the same call gives the same bits, and the gradient of a constant image by its box is 0', () => {
  tf.tidy(() => {
    const image = tf.fill([1, 20, 30, 3], 0.3) as tf.Tensor4D;
    const theta = boxToTheta([[-0.9, -0.8, 0.7, 0.9]]);
    const sample = (x: tf.Tensor, t: tf.Tensor): tf.Tensor =>
      affineSample(x as tf.Tensor4D, t as tf.Tensor3D, [4, 5], { antialias: true, paddingMode: 'border' });
    const dy = tf.randomUniform([1, 4, 5, 3], -1, 1, 'float32', 1);
    const [first, second] = [0, 1].map(() =>
      tf
        .grads(sample)([image, theta], dy)
        .map((x) => [...x.dataSync()]),
    );
    expect(second).toEqual(first);
    expect(new Set(first[1].map(Math.abs))).toEqual(new Set([0]));
  });
});
