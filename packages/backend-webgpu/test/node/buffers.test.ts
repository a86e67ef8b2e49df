import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { useWebGPU } from '../webgpu.js';

test("a buffer of one's own is the image, and a crop is given out as a buffer", async () => {
  const { device } = await useWebGPU();
  const { STORAGE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;
  const buffer = device.createBuffer({ size: 4 * 9, usage: STORAGE | COPY_SRC | COPY_DST });
  device.queue.writeBuffer(
    buffer,
    0,
    Float32Array.from({ length: 9 }, (_, k) => k),
  );
  const image = tf.tensor({ buffer, zeroCopy: true }, [1, 3, 3, 1], 'float32') as tf.Tensor4D;

  // The lower right quarter of the image, from centre to centre.
  const crops = crop(image, [[0, 0, 1, 1]], [2, 2], { alignCorners: true });
  const out = crops.dataToGPU();
  const staging = device.createBuffer({ size: 16, usage: MAP_READ | COPY_DST });
  const encoder = device.createCommandEncoder();
  if (!out.buffer) throw new Error('The crop is on the GPU');
  encoder.copyBufferToBuffer(out.buffer, 0, staging, 0, 16);
  device.queue.submit([encoder.finish()]);
  await staging.mapAsync(GPUMapMode.READ);
  expect([...new Float32Array(staging.getMappedRange())]).toEqual([4, 5, 7, 8]);

  // The buffer stays the caller's.
  tf.dispose([image, crops, out.tensorRef]);
  device.queue.writeBuffer(buffer, 0, new Float32Array(9));
});

test('an image and a gradient that tf.cast made of whole numbers are read as numbers', async () => {
  await useWebGPU();
  const image = tf.cast(tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1], 'int32'), 'float32') as tf.Tensor4D;
  const dy = tf.cast(tf.tensor4d([1, 0, 0, 2], [1, 2, 2, 1], 'int32'), 'float32');
  const whole = [[-1, -1, 1, 1]];
  expect([...(await crop(image, whole, [2, 2]).data())]).toEqual([1, 2, 3, 4]);
  const gradient = tf.grad((x) => crop(x as tf.Tensor4D, whole, [2, 2]))(image, dy);
  expect([...(await gradient.data())]).toEqual([1, 0, 0, 2]);
});
