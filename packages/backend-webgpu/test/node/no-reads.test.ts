import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { beforeAll, expect, test } from 'vitest';
import { noise } from '../numbers.js';
import { IS_FULL } from '../runs.js';
import { useWebGPU } from '../webgpu.js';

let backend: WebGPUBackend;
beforeAll(async () => {
  backend = await useWebGPU();
});

/** Counts what is read while something runs. */
async function readsOf(run: () => void): Promise<{ sync: number; async: number }> {
  const reads = { sync: 0, async: 0 };
  const { readSync, read } = backend;
  backend.readSync = (id) => {
    reads.sync++;
    return readSync.call(backend, id);
  };
  backend.read = (id) => {
    reads.async++;
    return read.call(backend, id);
  };
  try {
    run();
  } finally {
    Object.assign(backend, { readSync, read });
  }
  return reads;
}

/** Trains a box and an image on a target; gives what a step does, and frees the rest. */
function training(): { step: () => void; box: tf.Variable; free: () => void } {
  const photo = tf.tensor4d(noise(24 * 24 * 3, 1), [1, 24, 24, 3]);
  const box = tf.variable(tf.tensor2d([[-0.6, -0.4, 0.6, 0.4]]));
  const image = tf.variable(photo);
  const target = tf.tidy(() => crop(photo, [[-0.5, -0.5, 0.5, 0.5]], [8, 8]));
  const optimizer = tf.train.adam(0.01);
  const step = (): void => {
    optimizer.minimize(() => tf.losses.meanSquaredError(target, crop(image, box, [8, 8])));
  };
  const free = (): void => {
    tf.dispose([photo, box, image, target]);
    optimizer.dispose();
  };
  return { step, box, free };
}

test('twenty training steps of box and image read nothing', async () => {
  const { step, box, free } = training();
  const before = await box.data();
  const reads = await readsOf(() => {
    for (let k = 0; k < 20; k++) step();
  });
  expect(reads).toEqual({ sync: 0, async: 0 });
  expect(await box.data()).not.toEqual(before);
  free();
});

/** Training steps over which nothing may grow. */
const STEPS = IS_FULL ? 10_000 : 300;

test(`${STEPS} training steps leave as many tensors and buffers as there were`, async () => {
  const { step, box, free } = training();
  const live = async (): Promise<object> => {
    await box.data();
    const { numTensors } = tf.memory();
    const { numBytesInGPU, numBytesAllocatedInGPU } = backend.memory();
    return { numTensors, ids: backend.numDataIds(), numBytesInGPU, numBytesAllocatedInGPU };
  };
  // tfjs hands in many dispatches at a time, and keeps the buffers of all of them till then.
  for (let k = 0; k < 40; k++) step();
  await live();
  for (let k = 0; k < 40; k++) step();
  const before = await live();
  for (let k = 0; k < STEPS; k++) step();
  expect(await live()).toEqual(before);
  free();
});
