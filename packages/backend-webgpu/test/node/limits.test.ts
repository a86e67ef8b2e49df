import { affineGrid, affineSample, CropError, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, test } from 'vitest';
import { useWebGPU } from '../webgpu.js';

afterEach(() => tf.disposeVariables());

/** What a call throws. */
function thrown(run: () => tf.Tensor): unknown {
  try {
    tf.dispose(run());
  } catch (error) {
    return error;
  }
  return undefined;
}

test('a result that is larger than the device allows is refused before it runs, and nothing of it stays', async () => {
  const { device } = await useWebGPU();
  const most = Math.min(device.limits.maxBufferSize, device.limits.maxStorageBufferBindingSize) / 4;
  const image = tf.zeros<tf.Rank.R4>([1, 2, 2, 1]);
  const rows = Math.ceil((most + 1) / 4096);
  const before = tf.memory().numTensors;
  expect(thrown(() => crop(image, [[-1, -1, 1, 1]], [rows, 4096]))).toMatchObject({ code: 'OUT_OF_MEMORY' });
  const theta = tf.tensor3d([
    [
      [1, 0, 0],
      [0, 1, 0],
    ],
  ]);
  expect(thrown(() => affineGrid(theta, [rows, 4096]))).toMatchObject({ code: 'OUT_OF_MEMORY' });
  expect(tf.memory().numTensors).toBe(before + 1);
  tf.dispose([image, theta]);
});

test("an image's gradient, whose sums are three times as large, is refused likewise", async () => {
  const { device } = await useWebGPU();
  const most = Math.min(device.limits.maxBufferSize, device.limits.maxStorageBufferBindingSize) / 4;
  const rows = Math.ceil(most / 3 / 4096) + 1;
  const image = tf.zeros<tf.Rank.R4>([1, rows, 4096, 1]);
  const gradient = tf.grad((x) => crop(x as tf.Tensor4D, [[-1, -1, 1, 1]], [2, 2]));
  expect(thrown(() => gradient(image))).toMatchObject({ code: 'OUT_OF_MEMORY' });
  image.dispose();
});

test('a lost device is an error, and a fresh backend works', async () => {
  const factory = tf.findBackendFactory('webgpu');
  const { device } = await useWebGPU();
  const image = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);
  const theta = tf.tensor3d([
    [
      [1, 0, 0],
      [0, 1, 0],
    ],
  ]);
  await affineSample(image, theta, [2, 2]).data();
  device.destroy();
  await device.lost;
  const error = thrown(() => affineSample(image, theta, [2, 2]));
  expect(error).toBeInstanceOf(CropError);
  expect(error).toMatchObject({ code: 'DEVICE_LOST' });

  tf.removeBackend('webgpu');
  tf.registerBackend('webgpu', factory);
  expect((await useWebGPU()).device).not.toBe(device);
  const again = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);
  expect([...(await crop(again, [[-1, -1, 1, 1]], [2, 2]).data())]).toEqual([1, 2, 3, 4]);
});
