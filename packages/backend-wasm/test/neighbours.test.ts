import { affineGrid, affineSample, gridSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import '../src/index.js';

beforeAll(() => tf.setBackend('wasm'));

// Vectors of four reach beyond a pixel of two or three channels.
test.each([1, 2, 3, 4, 5])('with %i channels, a NaN pixel reaches no point that does not touch it', (channels) => {
  tf.tidy(() => {
    const pixels = tf.buffer([1, 3, 8, channels]);
    for (let y = 0; y < 3; y++) for (let c = 0; c < channels; c++) pixels.set(Number.NaN, 0, y, 5, c);
    const image = pixels.toTensor() as tf.Tensor4D;
    // Columns 3.5 and 3.75, between pixels 3 and 4, and rows between 0 and 1.
    const [x, x2, y] = [0, 0.0625, -1 / 3];
    const grid = tf.tensor4d([x, y, x2, y, x, y, x2, y], [1, 1, 4, 2]);
    const turned = tf.tensor3d([0.01, 0.001, 0, 0.001, 0.1, y], [1, 2, 3]);
    const ways: Record<string, [tf.Tensor, (at: tf.Tensor) => tf.Tensor]> = {
      grid: [grid, (at) => gridSample(image, at as tf.Tensor4D)],
      turned: [turned, (at) => affineSample(image, at as tf.Tensor3D, [2, 4])],
    };
    for (const [way, [at, sample]] of Object.entries(ways)) {
      const { value, grad } = tf.valueAndGrad(sample)(at);
      const clean = [value, grad].map((t) => t.dataSync().every(Number.isFinite));
      expect({ way, clean }).toEqual({ way, clean: [true, true] });
    }
  });
});

test.each([1, 2, 3, 4, 5])(
  'with %i channels, a NaN or infinite pixel on whole coordinates is itself alone',
  (channels) => {
    tf.tidy(() => {
      for (const unusual of [Number.NaN, Number.POSITIVE_INFINITY]) {
        const pixels = tf.buffer([1, 4, 4, channels]);
        for (let c = 0; c < channels; c++) pixels.set(unusual, 0, 1, 2, c);
        const image = pixels.toTensor() as tf.Tensor4D;
        const theta = (entries: number[]): tf.Tensor3D => tf.tensor3d(entries, [1, 2, 3]);
        const ways: Record<string, tf.Tensor> = {
          upright: affineSample(image, theta([1, 0, 0, 0, 1, 0]), [4, 4]),
          turned: affineSample(image, theta([0, 1, 0, 1, 0, 0]), [4, 4]),
          grid: gridSample(image, affineGrid(theta([1, 0, 0, 0, 1, 0]), [4, 4])),
        };
        for (const [way, crops] of Object.entries(ways)) {
          const unusualValues = [...crops.dataSync()].filter((value) => value !== 0);
          expect({ way, unusualValues }).toEqual({ way, unusualValues: Array(channels).fill(unusual) });
        }
      }
    });
  },
);
