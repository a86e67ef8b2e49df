import { readFileSync } from 'node:fs';
import '@cropgrad/backend-cpu';
import { gridSample, type Mode, type PaddingMode } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { expectClose } from './close.js';

/** A case of torch_double_backward.py: an image [1,2,3,4], a grid and a tangent [1,2,3,2], dy [1,2,2,3], channels second. */
interface DoubleBackward {
  mode: Mode;
  paddingMode: PaddingMode;
  alignCorners: boolean;
  dy: number[];
  image: number[];
  grid: number[];
  tangent: number[];
  byDy: number[];
  byImage: number[];
  byGrid: number[];
}

const cases: DoubleBackward[] = JSON.parse(
  readFileSync(new URL('torch-double-backward.json', import.meta.url), 'utf8'),
);

it('has every mode with slopes, PyTorch padding and alignment', () => {
  expect(cases).toHaveLength(12);
});

it.each(cases)("equals PyTorch's double backward: $mode, $paddingMode, alignCorners $alignCorners", (c) => {
  const { mode, paddingMode, alignCorners } = c;
  const options = { mode, paddingMode, alignCorners, dataFormat: 'NCHW' } as const;
  const slopes = (dy: tf.Tensor, image: tf.Tensor, grid: tf.Tensor): tf.Tensor =>
    tf.grad((g) => gridSample(image as tf.Tensor4D, g as tf.Tensor4D, options))(grid, dy);
  const inputs = [
    tf.tensor4d(c.dy, [1, 2, 2, 3]),
    tf.tensor4d(c.image, [1, 2, 3, 4]),
    tf.tensor4d(c.grid, [1, 2, 3, 2]),
  ];
  const [byDy, byImage, byGrid] = tf.grads(slopes)(inputs, tf.tensor4d(c.tangent, [1, 2, 3, 2]));
  expectClose(byDy, [1, 2, 2, 3], c.byDy, 5e-5);
  expectClose(byImage, [1, 2, 3, 4], c.byImage, 5e-5);
  expectClose(byGrid, [1, 2, 3, 2], c.byGrid, 5e-4);
});
