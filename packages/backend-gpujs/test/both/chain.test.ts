import { affineGrid, affineSample, gridSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { type GpuJsBackend, registerGpuJsBackend } from '../../src/index.js';
import { MODE } from './mode.js';

let backend: GpuJsBackend;

beforeAll(async () => {
  registerGpuJsBackend({ mode: MODE });
  await tf.setBackend('gpujs');
  backend = tf.backend() as GpuJsBackend;
});

const rotated: tf.Tensor3D = tf.tensor3d([
  [
    [0.5, -0.2, 0.1],
    [0.2, 0.5, -0.1],
  ],
]);

function photo(): tf.Tensor4D {
  const values = Float32Array.from({ length: 20 * 30 * 3 }, (_, i) => Math.sin(i));
  return tf.tensor4d(values, [1, 20, 30, 3]);
}

/** What is downloaded while something runs. */
function downloadsOf(run: () => void): number {
  const before = backend.transfers.downloads;
  run();
  return backend.transfers.downloads - before;
}

test('the mode in use can be read', () => {
  expect(backend.mode).toBe(MODE);
});

test('affineGrid, gridSample and the gradients by grid and theta stay on the device', () => {
  const image = photo();
  const dy = tf.ones([1, 8, 8, 3]);
  let dtheta: tf.Tensor | undefined;
  const downloads = downloadsOf(() => {
    dtheta = tf.grad((theta) => gridSample(image, affineGrid(theta as tf.Tensor3D, [8, 8])))(rotated, dy);
  });
  expect(downloads).toBe(0);
  expect(downloadsOf(() => dtheta?.dataSync())).toBe(1);
  expect(downloadsOf(() => dtheta?.dataSync())).toBe(0);
});

test('affineSample and both of its gradients stay on the device', () => {
  const image = photo();
  const dy = tf.ones([1, 8, 8, 3]);
  const downloads = downloadsOf(() => {
    const crops = affineSample(image, rotated, [8, 8]);
    const again = affineSample(crops, rotated, [8, 8]);
    const gradients = tf.grads((x, theta) => affineSample(x as tf.Tensor4D, theta as tf.Tensor3D, [8, 8]));
    tf.dispose([...gradients([image, rotated], dy), again]);
  });
  expect(downloads).toBe(0);
});

test("the image's gradient by a grid reads the grid back once, and no more when it is on the host", () => {
  const image = photo();
  const dy = tf.ones([1, 8, 8, 3]);
  const onHost = tf.tensor4d(new Float32Array(8 * 8 * 2), [1, 8, 8, 2]);
  const gradient = (grid: tf.Tensor4D): tf.Tensor => tf.grad((x) => gridSample(x as tf.Tensor4D, grid))(image, dy);
  expect(downloadsOf(() => gradient(onHost))).toBe(0);
  const onDevice = affineGrid(rotated, [8, 8]);
  expect(downloadsOf(() => gradient(onDevice))).toBe(1);
  expect(downloadsOf(() => gradient(onDevice))).toBe(0);
});

test('a photo is uploaded once, however many crops are taken of it', () => {
  const image = photo();
  tf.dispose(affineSample(image, rotated, [8, 8]));
  const before = backend.transfers.uploads;
  for (let k = 0; k < 5; k++) tf.dispose(affineSample(image, rotated, [8, 8]));
  expect(backend.transfers.uploads).toBe(before);
});

test("tfjs's own ops take what is on the device, and other backends too", async () => {
  const crops = affineSample(photo(), rotated, [8, 8]);
  const sum = tf.sum(tf.mul(tf.reshape(crops, [-1]), 2)).dataSync()[0];
  const expected = 2 * Array.from(crops.dataSync()).reduce((all, x) => all + x, 0);
  expect(sum).toBeCloseTo(expected, 3);
  const fresh = affineSample(photo(), rotated, [8, 8]);
  await tf.setBackend('cpu');
  expect(tf.sum(fresh).dataSync()[0]).toBeCloseTo(expected / 2, 3);
  await tf.setBackend('gpujs');
});
