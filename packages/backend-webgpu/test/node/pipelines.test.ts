import { affineSample, type CropOptions } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { useWebGPU } from '../webgpu.js';

/** How many pipelines are made while something runs. */
async function pipelinesOf(run: () => void): Promise<number> {
  const { device } = await useWebGPU();
  const create = device.createComputePipeline;
  let made = 0;
  device.createComputePipeline = (descriptor) => {
    made++;
    return create.call(device, descriptor);
  };
  try {
    run();
  } finally {
    device.createComputePipeline = create;
  }
  return made;
}

/** Crops, and gradients by image and box. */
function step(images: number, crops: number, height: number, channels: number, options: CropOptions = {}): void {
  tf.tidy(() => {
    const image = tf.zeros<tf.Rank.R4>([images, height, 9, channels]);
    const theta = tf.zeros<tf.Rank.R3>([crops, 2, 3]);
    const sample = (x: tf.Tensor, by: tf.Tensor): tf.Tensor =>
      affineSample(x as tf.Tensor4D, by as tf.Tensor3D, [height, 5], options);
    const dy = tf.zeros([crops, height, 5, channels]);
    sample(image, theta);
    tf.grads(sample)([image, theta], dy);
  });
}

test('a training step compiles seven kernels, and other sizes and layouts none', async () => {
  expect(await pipelinesOf(() => step(1, 3, 20, 3))).toBe(7);
  for (const [images, crops, height, channels] of [
    [1, 1, 1, 1],
    [4, 4, 33, 2],
    [1, 2, 64, 5],
  ]) {
    expect(await pipelinesOf(() => step(images, crops, height, channels))).toBe(0);
  }
});

test('crops in an order that cannot be counted have kernels of their own, once', async () => {
  await pipelinesOf(() => step(2, 2, 8, 1));
  expect(await pipelinesOf(() => step(2, 3, 8, 1, { imageIndex: [1, 0, 1] }))).toBe(3);
  expect(await pipelinesOf(() => step(3, 4, 8, 1, { imageIndex: [2, 0, 1, 2] }))).toBe(0);
});

test('so have crops that are antialiased, however many pixels their outputs read', async () => {
  await pipelinesOf(() => step(1, 1, 8, 1));
  expect(await pipelinesOf(() => step(1, 3, 20, 3, { antialias: true }))).toBe(4);
  expect(await pipelinesOf(() => step(2, 2, 300, 1, { antialias: { widen: 3 } }))).toBe(0);
});
