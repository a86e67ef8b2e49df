import { gridSample, MODES } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import '../src/index.js';

beforeAll(() => tf.setBackend('wasm'));

/** More points than are taken at a time, and a number that is left over and is no multiple of four. */
const SIZES = [
  [41, 29],
  [3, 19, 21],
];
const CASES = SIZES.flatMap((size) =>
  MODES.flatMap((mode) =>
    [1, 3].flatMap((channels) =>
      (['NHWC', 'NCHW'] as const).map((dataFormat) => ({ size, mode, channels, dataFormat })),
    ),
  ),
);

test.each(CASES)('a long grid is sampled as its rows are: $size, $mode, $channels channels, $dataFormat', (c) => {
  const { size, mode, channels, dataFormat } = c;
  const dimensions = size.length;
  const columns = size[dimensions - 1];
  const rows = size.slice(0, -1).reduce((a, b) => a * b);
  const isLast = dataFormat === 'NHWC';
  tf.tidy(() => {
    const pixels = Array<number>(dimensions).fill(9);
    const image = tf.randomUniform(isLast ? [1, ...pixels, channels] : [1, channels, ...pixels], 0, 1, 'float32', 1);
    const points = tf.randomUniform([rows, columns, dimensions], -1.2, 1.2, 'float32', 2);
    const dy = tf.randomUniform([rows, columns, channels], -1, 1, 'float32', 3);

    /** The crop and both gradients of so many crops of a size: the grid's points in the same order, channels last. */
    const answers = (crops: number, spatial: number[]): tf.Tensor[] => {
      const toFirst = [0, dimensions + 1, ...spatial.map((_, axis) => axis + 1)];
      const toLast = [0, ...spatial.map((_, axis) => axis + 2), 1];
      const grid = tf.reshape(points, [crops, ...spatial, dimensions]);
      const cotangent = tf.reshape(dy, [crops, ...spatial, channels]);
      const sample = (x: tf.Tensor, g: tf.Tensor): tf.Tensor => {
        const options = { mode, dataFormat, imageIndex: Array<number>(crops).fill(0) };
        return gridSample(x as tf.Tensor4D, g as tf.Tensor4D, options);
      };
      const { value, grads } = tf.valueAndGrads(sample)(
        [image, grid],
        isLast ? cotangent : tf.transpose(cotangent, toFirst),
      );
      return [isLast ? value : tf.transpose(value, toLast), ...grads];
    };

    const actual = answers(1, size).map((tensor) => tensor.dataSync());
    const expected = answers(rows, [...Array<number>(dimensions - 1).fill(1), columns]).map((tensor) =>
      tensor.dataSync(),
    );
    expect(expected.map((values) => values.length)).toEqual(actual.map((values) => values.length));
    // Sums of up to 20 outputs per pixel, of numbers up to 1, in float32.
    for (const [k, values] of expected.entries()) {
      expect(Math.max(...values.map((value, at) => Math.abs(actual[k][at] - value)))).toBeLessThan(1e-4);
    }
  });
});
