import { affineGrid, affineSample, gridSample } from '@cropgrad/core';
import { registerCropBackend } from '@cropgrad/core/backend';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { wasmBackend } from '../src/index.js';
import { forced } from './forced-ways.js';

beforeAll(() => tf.setBackend('wasm'));
afterEach(() => registerCropBackend(wasmBackend));

/** Numbers that float32 does not hold, and those whose bits are infinite or NaN there, of both kinds. */
const LABELS = [2 ** 24 + 1, -(2 ** 24) - 1, 2 ** 31 - 1, -(2 ** 31), 0x7f800000, 0x7f800001, 0x7fc00001, -1, -8388607];

/** A box that is partly outside, and the same turned. */
const THETAS = [0.8, 0, 0.7, 0, -0.9, 0.1, 0.8, 0.3, 0.7, -0.4, -0.9, 0.1];

/** In the order of assembly/ways/ways.ts; the last one is always open. */
const WAYS = [{ blendedRows: 1 }, { fours: 2 }, { taps: 3 }].flatMap((way) => Object.entries(way));

const CASES = WAYS.flatMap(([way, number]) =>
  (['int32', 'bool'] as const).flatMap((dtype) =>
    (['NHWC', 'NCHW'] as const).map((dataFormat) => ({ way, number, dtype, dataFormat })),
  ),
);

test.each(CASES)('$dtype labels in $dataFormat are copied by the way $way', ({ number, dtype, dataFormat }) => {
  registerCropBackend(forced((way) => way === number).backend);
  for (const channels of [1, 2, 3, 4, 5]) {
    tf.tidy(() => {
      const shape: [number, number, number, number] = dataFormat === 'NHWC' ? [2, 7, 9, channels] : [2, channels, 7, 9];
      const places = tf.tensor4d(
        Float32Array.from({ length: 2 * 7 * 9 * channels }, (_, k) => k),
        shape,
      );
      const values = Array.from({ length: places.size }, (_, k) =>
        dtype === 'bool' ? ((k * k) % 3) & 1 : LABELS[(k + Math.floor(k / 9)) % LABELS.length],
      );
      const labels = tf.tensor4d(dtype === 'bool' ? values : Int32Array.from(values), shape, dtype);
      const theta = tf.tensor3d(THETAS, [2, 2, 3]);
      const grid = affineGrid(theta, [6, 11]);
      const fill = dtype === 'bool' ? 1 : -(2 ** 30) - 1;
      const sample = (image: tf.Tensor4D, fillValue: number): tf.Tensor[] => [
        affineSample(image, theta, [6, 11], { mode: 'nearest', dataFormat, fillValue }),
        gridSample(image, grid, { mode: 'nearest', dataFormat, fillValue }),
      ];
      const expected = sample(places, -1).map((x) => Array.from(x.dataSync(), (at) => (at < 0 ? fill : values[at])));
      for (const [k, crops] of sample(labels, fill).entries()) {
        expect(crops.dtype).toBe(dtype);
        expect(new Set(expected[k]).size).toBe(dtype === 'bool' ? 2 : LABELS.length + 1);
        expect(Array.from(crops.dataSync())).toEqual(expected[k]);
      }
    });
  }
});
