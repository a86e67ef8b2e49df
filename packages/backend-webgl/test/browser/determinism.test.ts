import { affineGrid, affineSample, gridSample, gridSampleJvp } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { noise } from './noise.js';
import { startWebGL } from './variant.js';

const CROPS = 4;
const SIDE = 40;

beforeAll(() => startWebGL({ precision: 'f32', blends: true }));

/** dy spread over 12 orders of magnitude, so that the order of any sum would show. */
function dyOf(length: number): Float32Array {
  const sizes = noise(length, 5);
  return noise(length, 6).map((x, i) => x * 10 ** (6 * sizes[i]));
}

const GRADIENTS: Record<
  string,
  (image: tf.Tensor, theta: tf.Tensor, grid: tf.Tensor, dy: tf.Tensor, dgrid: tf.Tensor) => tf.Tensor[]
> = {
  AffineGrid: (_image, theta) => [affineGrid(theta as tf.Tensor3D, [SIDE, SIDE])],
  AffineGridGradTheta: (_image, theta, _grid, _dy, dgrid) => [
    tf.grad((t) => affineGrid(t as tf.Tensor3D, [SIDE, SIDE]))(theta, dgrid),
  ],
  GridSample: (image, _theta, grid) => [gridSample(image as tf.Tensor4D, grid as tf.Tensor4D)],
  'GridSampleGradImage and GridSampleGradGrid': (image, _theta, grid, dy) =>
    tf.grads((x, g) => gridSample(x as tf.Tensor4D, g as tf.Tensor4D, { paddingMode: 'border' }))([image, grid], dy),
  AffineSample: (image, theta) => [affineSample(image as tf.Tensor4D, theta as tf.Tensor3D, [SIDE, SIDE])],
  'AffineSampleGradImage and AffineSampleGradTheta': (image, theta, _grid, dy) =>
    tf.grads((x, t) => affineSample(x as tf.Tensor4D, t as tf.Tensor3D, [SIDE, SIDE], { mode: 'bicubic' }))(
      [image, theta],
      dy,
    ),
  'antialiased AffineSample and its gradients': (image, theta, _grid, dy) => {
    const sample = (x: tf.Tensor, t: tf.Tensor): tf.Tensor =>
      affineSample(x as tf.Tensor4D, t as tf.Tensor3D, [SIDE, SIDE], { antialias: { widen: 3 } });
    return [sample(image, theta), ...tf.grads(sample)([image, theta], dy)];
  },
  'GridSampleJvp and its gradients': (image, _theta, grid, dy) => {
    const jvp = (x: tf.Tensor, g: tf.Tensor): tf.Tensor =>
      gridSampleJvp(x as tf.Tensor4D, g as tf.Tensor4D, grid as tf.Tensor4D, { paddingMode: 'border' });
    return [jvp(image, grid), ...tf.grads(jvp)([image, grid], dy)];
  },
};

test.each(Object.keys(GRADIENTS))('%s gives the same bits five times', async (name) => {
  const image = tf.tensor4d(noise(20 * 24 * 3, 1), [1, 20, 24, 3]);
  // The second crop is so small that more than a thousand of its outputs read the same few pixels.
  const theta = tf.tensor3d(
    noise(CROPS * 6, 2).map((x, i) => (Math.floor(i / 6) === 1 ? 0.02 * x : x)),
    [CROPS, 2, 3],
  );
  const grid = tf.tensor4d(
    noise(CROPS * SIDE * SIDE * 2, 3).map((x) => x ** 9),
    [CROPS, SIDE, SIDE, 2],
  );
  const dy = tf.tensor4d(dyOf(CROPS * SIDE * SIDE * 3), [CROPS, SIDE, SIDE, 3]);
  const dgrid = tf.tensor4d(dyOf(CROPS * SIDE * SIDE * 2), [CROPS, SIDE, SIDE, 2]);
  const bits: Uint32Array[] = [];
  for (let k = 0; k < 5; k++) {
    const results = tf.tidy(() => GRADIENTS[name](image, theta, grid, dy, dgrid));
    const values = await Promise.all(results.map((result) => result.data<'float32'>()));
    bits.push(Uint32Array.from(values.flatMap((v) => [...new Uint32Array(v.buffer, v.byteOffset, v.length)])));
    tf.dispose(results);
  }
  for (const again of bits.slice(1)) expect(again).toEqual(bits[0]);
  tf.dispose([image, theta, grid, dy, dgrid]);
});
