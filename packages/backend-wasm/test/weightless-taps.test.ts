import { affineSample, gridSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import '../src/index.js';

beforeAll(() => tf.setBackend('wasm'));

/** Upright, and turned by a quarter: each output reads the pixel in its place, and its neighbours with weight 0. */
const THETAS = {
  upright: [1, 0, 0, 0, 1, 0],
  turned: [0, -1, 0, 1, 0, 0],
};

test.each([1, 2, 3, 4, 5])('a tap of weight 0 adds nothing to %i channels, even when dy is infinite', (channels) => {
  tf.tidy(() => {
    const image = tf.zeros<tf.Rank.R4>([1, 4, 4, channels]);
    // Pixel (1, 1) of the crop; both thetas send the centre's four pixels to one another.
    const dy = tf.buffer([1, 4, 4, channels]);
    for (let c = 0; c < channels; c++) dy.set(Number.POSITIVE_INFINITY, 0, 1, 1, c);
    const grid = tf.fill([1, 4, 4, 2], -0.25) as tf.Tensor4D;
    const theta = (entries: number[]): tf.Tensor3D => tf.tensor3d(entries, [1, 2, 3]);
    const ways: Record<string, (x: tf.Tensor4D) => tf.Tensor> = {
      upright: (x) => affineSample(x, theta(THETAS.upright), [4, 4]),
      turned: (x) => affineSample(x, theta(THETAS.turned), [4, 4]),
      grid: (x) => gridSample(x, grid),
    };
    for (const [way, sample] of Object.entries(ways)) {
      const gradient = tf
        .grad((x) => sample(x as tf.Tensor4D))(image, dy.toTensor())
        .dataSync();
      const infinite = gradient.filter((value) => value === Number.POSITIVE_INFINITY).length;
      expect({ way, infinite }).toEqual({ way, infinite: channels });
      expect(gradient.every((value) => value === 0 || value === Number.POSITIVE_INFINITY)).toBe(true);
    }
  });
});

test.each([1, 2, 3, 4, 5])('the same in volumes of %i channels', (channels) => {
  tf.tidy(() => {
    const volume = tf.zeros<tf.Rank.R5>([1, 4, 4, 4, channels]);
    const dy = tf.buffer([1, 4, 4, 4, channels]);
    for (let c = 0; c < channels; c++) dy.set(Number.POSITIVE_INFINITY, 0, 1, 1, 1, c);
    const grid = tf.fill([1, 4, 4, 4, 3], -0.25) as tf.Tensor5D;
    const gradient = tf
      .grad((x) => gridSample(x as tf.Tensor5D, grid))(volume, dy.toTensor())
      .dataSync();
    expect(gradient.filter((value) => value === Number.POSITIVE_INFINITY)).toHaveLength(channels);
    expect(gradient.every((value) => value === 0 || value === Number.POSITIVE_INFINITY)).toBe(true);
  });
});
