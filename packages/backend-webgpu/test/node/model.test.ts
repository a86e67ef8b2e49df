import '@cropgrad/backend-cpu';
import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { noise } from '../numbers.js';
import { useWebGPU } from '../webgpu.js';

/** Four photos of waves, each of its own length. */
function waves(length: number): Float32Array {
  return Float32Array.from(
    { length },
    (_, k) => Math.sin((k % 40) / (9 + k / 800)) * Math.cos((k % 800) / (200 + k / 20)),
  );
}

/** Trains a crop, a convolution and a dense layer from the same start, and gives the losses of all steps. */
async function losses(steps: number): Promise<number[]> {
  const variable = (shape: number[], seed: number, scale: number): tf.Variable =>
    tf.variable(tf.tensor(noise(tf.util.sizeFromShape(shape), seed), shape).mul(scale));
  // Smooth, as photos are: in noise every pixel is a kink, where two backends' rounding leads apart.
  const photos = tf.tensor4d(waves(4 * 20 * 20 * 2), [4, 20, 20, 2]);
  const targets = tf.tensor2d(noise(4 * 3, 2), [4, 3]);
  const boxes = tf.variable(
    tf.tensor2d([
      [-0.7, -0.8, 0.6, 0.7],
      [-0.3, -0.4, 0.5, 0.6],
      [-1.1, -0.9, 0.8, 0.9],
      [0.1, -0.2, 0.9, 0.8],
    ]),
  );
  const filter = variable([3, 3, 2, 4], 3, 0.3);
  const weights = variable([6 * 6 * 4, 3], 4, 0.1);
  const loss = (): tf.Scalar => {
    const crops = crop(photos, boxes, [12, 12], { paddingMode: 'border' });
    const features = tf.relu(tf.conv2d(crops, filter as tf.Tensor4D, 1, 'same'));
    const pooled = tf.avgPool(features, 2, 2, 'valid').reshape([4, -1]);
    return tf.losses.meanSquaredError(targets, pooled.matMul(weights));
  };
  const optimizer = tf.train.adam(0.01);
  const seen: number[] = [];
  for (let k = 0; k < steps; k++) {
    const value = optimizer.minimize(loss, true);
    if (!value) throw new Error('minimize gives the loss when asked to');
    seen.push((await value.data())[0]);
    value.dispose();
  }
  tf.dispose([photos, targets, boxes, filter, weights]);
  optimizer.dispose();
  return seen;
}

test('a model with a crop before its convolution trains as it does on cpu', async () => {
  await tf.setBackend('cpu');
  const onCpu = await losses(20);
  await useWebGPU();
  const onGpu = await losses(20);
  expect(onCpu[19]).toBeLessThan(onCpu[0] * 0.7);
  for (const [k, value] of onGpu.entries()) expect(Math.abs(value / onCpu[k] - 1)).toBeLessThan(1e-3);
});
