import { affineGrid, affineSample, boxToTheta, gridSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGpuJsBackend } from '../../src/index.js';
import { IS_FULL } from '../runs.js';
import { MODE } from './mode.js';

beforeAll(async () => {
  registerGpuJsBackend({ mode: MODE });
  await tf.setBackend('gpujs');
});

const FILLS = [Number.NaN, Number.POSITIVE_INFINITY];
const CORNERS = { alignCorners: true } as const;

/** Sizes of image and crop: every one up to 24, some of which put the last output a rounding behind the last pixel. */
const SIZES = Array.from({ length: 23 }, (_, s) => Array.from({ length: 25 }, (_, w) => [s + 2, w + 2])).flat();

function allFinite(tensor: tf.Tensor): boolean {
  return Array.from(tensor.dataSync()).every(Number.isFinite);
}

/** A box of the whole image, and ones that end on its last pixel, or begin on its first. */
function boxes(dimensions: number): tf.Tensor3D {
  const corner = (x: number): number[] => Array<number>(dimensions).fill(x);
  const all = [
    [...corner(-1), ...corner(1)],
    [...corner(-0.3), ...corner(1)],
    [...corner(0.123), ...corner(1)],
    [...corner(-1), ...corner(0.7)],
  ];
  return boxToTheta(tf.tensor2d(all)) as tf.Tensor3D;
}

test.for(FILLS)('a crop up to the last pixel reads no fill: %s, every size', (fillValue) => {
  for (const [s, w] of SIZES) {
    tf.tidy(() => {
      const crops = affineSample(tf.ones([1, s, s, 1]) as tf.Tensor4D, boxes(2), [w, w], {
        ...CORNERS,
        fillValue,
        imageIndex: [0, 0, 0, 0],
      });
      if (!crops.dataSync<'float32'>().every((x) => x === 1)) expect.fail(`${s} pixels to ${w}: ${crops.dataSync()}`);
    });
  }
});

test.for([
  // Between the last two pixels bicubic reads the fill, so it gets whole pixels only.
  {
    mode: 'bicubic',
    sizes: SIZES.filter(([s, w], k) => (s - 1) % (w - 1) === 0 && (IS_FULL || k % 3 === 0)),
    crops: 1,
  },
  { mode: 'bilinear', sizes: [[8, 26], ...SIZES.filter((_, k) => k % (IS_FULL ? 7 : 29) === 0)], crops: 4 },
] as const)('nor do its gradients, and those of a grid: $mode', ({ mode, sizes, crops }) => {
  for (const [s, w] of sizes) {
    tf.tidy(() => {
      const options = { ...CORNERS, mode, fillValue: Number.NaN, imageIndex: Array<number>(crops).fill(0) };
      const image = tf.randomUniform<tf.Rank.R4>([1, s, s, 2], -1, 1, 'float32', 1);
      const theta = tf.slice(boxes(2), 0, crops);
      const grid = affineGrid(theta, [w, w], CORNERS);
      const dy = tf.ones([crops, w, w, 2]);
      const fused = (o: typeof options): tf.Tensor[] =>
        tf.grads((x, t) => affineSample(x as tf.Tensor4D, t as tf.Tensor3D, [w, w], o))([image, theta], dy);
      const composed = (o: typeof options): tf.Tensor[] =>
        tf.grads((x, g) => gridSample(x as tf.Tensor4D, g as tf.Tensor4D, o))([image, grid], dy);
      for (const gradients of [fused, composed]) {
        const expected = gradients({ ...options, fillValue: 0 });
        gradients(options).forEach((gradient, g) => {
          const difference = tf.max(tf.abs(tf.sub(gradient, expected[g]))).dataSync()[0];
          const scale = tf.max(tf.abs(expected[g])).dataSync()[0];
          if (!(difference <= 1e-5 * scale)) expect.fail(`${s} pixels to ${w}: ${difference} of ${scale}`);
        });
      }
      expect(allFinite(gridSample(image, grid, options))).toBe(true);
      expect(allFinite(affineSample(image, theta, [w, w], options))).toBe(true);
    });
  }
});

test('nor in a volume', () => {
  for (const [s, w] of [
    [8, 26],
    [3, 12],
    [7, 20],
    [5, 11],
  ]) {
    tf.tidy(() => {
      const volume = tf.ones([1, s, s, s, 1]) as tf.Tensor5D;
      const options = { ...CORNERS, fillValue: Number.NaN, imageIndex: [0, 0, 0, 0] };
      const run = (x: tf.Tensor, t: tf.Tensor): tf.Tensor =>
        affineSample(x as tf.Tensor5D, t as tf.Tensor3D, [w, w, w], options);
      const crops = run(volume, boxes(3));
      expect(crops.dataSync<'float32'>().every((x) => x === 1)).toBe(true);
      for (const gradient of tf.grads(run)([volume, boxes(3)], tf.ones(crops.shape))) {
        expect(allFinite(gradient)).toBe(true);
      }
    });
  }
});

test('a finite fill is read as ever, and a fill that is not where a crop truly leaves the image', () => {
  tf.tidy(() => {
    const image = tf.ones([1, 4, 4, 1]) as tf.Tensor4D;
    const grid = tf.tensor4d([1 + 2 ** -12, 0, 1, 0, 1 + 2 ** -22, 0], [1, 1, 3, 2]);
    const at = (fillValue: number): number[] => [...gridSample(image, grid, { ...CORNERS, fillValue }).dataSync()];
    expect(at(Number.NaN)).toEqual([Number.NaN, 1, 1]);
    expect(at(Number.POSITIVE_INFINITY)).toEqual([Number.POSITIVE_INFINITY, 1, 1]);
    expect(at(2 ** 22)[2]).toBeGreaterThan(1);
  });
});
