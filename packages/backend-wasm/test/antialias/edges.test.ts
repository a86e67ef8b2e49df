import * as tf from '@tensorflow/tfjs-core';
import '../../src/index.js';
import { affineSample, crop, MODES, PADDING_MODES } from '@cropgrad/core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

beforeAll(() => tf.setBackend('wasm'));
beforeEach(() => tf.engine().startScope());
afterEach(() => tf.engine().endScope());

const modes = MODES.filter((mode) => mode !== 'nearest');

/** A photo of a dark ground under a white sky. */
function whiteSky(height: number, width: number): tf.Tensor4D {
  const values = Float32Array.from({ length: height * width * 3 }, (_, k) =>
    k < height * width * 1.5 ? 255 : (k * 7919) % 256,
  );
  return tf.tensor4d(values, [1, height, width, 3]);
}

test.each(modes)('a white sky stays white: 60 random boxes that shrink a photo, %s', (mode) => {
  const photo = whiteSky(90, 160);
  const white = tf.fill<tf.Rank.R4>([1, 90, 160, 3], 255);
  let seed = 1;
  const random = (): number => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  for (const paddingMode of PADDING_MODES) {
    for (let n = 0; n < 15; n++) {
      const [x, y] = [random() - 0.8, random() - 0.9];
      const box = [x, y, x + 0.3 + random() * 0.5, y + 0.3 + random() * 0.6];
      const size = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 12)] as const;
      const options = { mode, paddingMode, antialias: true } as const;
      if (mode === 'bilinear') {
        expect(Math.max(...crop(photo, [box], [...size], options).dataSync())).toBeLessThanOrEqual(255);
      }
      expect(new Set(crop(white, [box], [...size], { ...options, fillValue: 255 }).dataSync())).toEqual(new Set([255]));
    }
  }
});

test('a photo of 4000 px becomes 8 px: the mean of each part, weighed by a tent', () => {
  const ramp = tf.reshape<tf.Rank.R4>(tf.range(0, 4000), [1, 1, 4000, 1]);
  const [first, ...others] = crop(ramp, [[-1, -1, 1, 1]], [2, 8], {
    paddingMode: 'border',
    antialias: true,
  }).dataSync();
  const middles = others.slice(0, 6);
  for (const [k, value] of middles.entries()) expect(value).toBeCloseTo((k + 1.5) * 500 - 0.5, 2);
  expect(first).toBeGreaterThan(249.5);
});

test('what a theta that is not finite, or leads beyond float32, samples is fillValue, and has no gradient', () => {
  const image = tf.randomUniform<tf.Rank.R4>([1, 5, 6, 2], -1, 1, 'float32', 3);
  const thetas = tf.tensor3d([
    [
      [Number.NaN, 0, 0],
      [0, 1, 0],
    ],
    [
      [1, 0, 0],
      [0, Number.POSITIVE_INFINITY, 0],
    ],
    [
      [1, 0, 3.4e38],
      [0, 1, 0],
    ],
  ]);
  for (const paddingMode of PADDING_MODES) {
    const sample = (i: tf.Tensor4D, t: tf.Tensor3D): tf.Tensor4D =>
      affineSample(i, t, [3, 2], { paddingMode, fillValue: 7, antialias: true, imageIndex: [0, 0, 0] });
    expect(new Set(sample(image, thetas).dataSync())).toEqual(new Set([7]));
    const [dimage, dtheta] = tf.grads((i, t) => sample(i as tf.Tensor4D, t as tf.Tensor3D))([image, thetas]);
    expect(new Set(dimage.dataSync())).toEqual(new Set([0]));
    expect(new Set(dtheta.dataSync())).toEqual(new Set([0]));
  }
});

test.each(modes)(
  'filters of any length end, and give the mean where they are much longer than the image: %s',
  (mode) => {
    const image = tf.tensor4d([1, 2, 3, 6, 9, 3, 4, 4], [1, 2, 4, 1]);
    for (const paddingMode of PADDING_MODES) {
      for (const scale of [1e5, 1e10, 1e20, 3e38]) {
        for (const turn of [0, 1e4]) {
          const theta = tf.tensor3d([
            [
              [scale, turn, 0],
              [turn, scale, 0],
            ],
          ]);
          const sample = (t: tf.Tensor3D): tf.Tensor4D =>
            affineSample(image, t, [1, 1], { mode, paddingMode, antialias: true });
          const [value] = sample(theta).dataSync();
          // Under zeros all but nothing of the output is inside.
          expect(value).toBeCloseTo(paddingMode === 'zeros' ? 0 : 4, paddingMode === 'zeros' ? 3 : 5);
          const dtheta = tf.grad((t) => sample(t as tf.Tensor3D))(theta);
          expect(dtheta.dataSync().every(Number.isFinite)).toBe(true);
        }
      }
    }
  },
);

test('an infinite fillValue reaches what is cut, and nothing else', () => {
  const image = tf.ones<tf.Rank.R4>([1, 8, 8, 1]);
  const options = { fillValue: Number.POSITIVE_INFINITY, antialias: true } as const;
  expect(new Set(crop(image, [[-1, -1, 1, 1]], [3, 3], options).dataSync())).toEqual(new Set([1]));
  const cut = [...crop(image, [[-1.5, -1, 0.5, 1]], [2, 2], options).dataSync()];
  expect(cut).toEqual([Number.POSITIVE_INFINITY, 1, Number.POSITIVE_INFINITY, 1]);
});

test('a pixel that is not a number reaches only what reads it', () => {
  const values = new Float32Array(12 * 12 * 3).fill(2);
  values[(5 * 12 + 5) * 3 + 1] = Number.NaN;
  for (const dataFormat of ['NHWC', 'NCHW'] as const) {
    const image = tf.tensor4d(values, [1, 12, 12, 3]);
    const input = dataFormat === 'NHWC' ? image : tf.transpose(image, [0, 3, 1, 2]);
    const crops = crop(input, [[-1, -1, 1, 1]], [6, 6], { dataFormat, paddingMode: 'border', antialias: true });
    const found = dataFormat === 'NHWC' ? crops : tf.transpose(crops, [0, 2, 3, 1]);
    const spoilt = [...found.dataSync()].map((value, k) => (Number.isNaN(value) ? k : -1)).filter((k) => k >= 0);
    const expected = [2, 3].flatMap((i) => [2, 3].map((j) => (i * 6 + j) * 3 + 1));
    expect(spoilt).toEqual(expected);
  }
});
