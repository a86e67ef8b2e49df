import { cpuBackend } from '@cropgrad/backend-cpu';
import '@cropgrad/backend-gpujs';
import '@cropgrad/backend-wasm';
import { affineSample, boxToTheta, crop, gridSample } from '@cropgrad/core';
import { registerCropBackend } from '@cropgrad/core/backend';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

function alive(): object {
  const { numTensors, numDataBuffers, numBytes } = tf.memory();
  return { numTensors, numDataBuffers, numBytes, dataIds: tf.engine().backend.numDataIds() };
}

describe.each(['cpu', 'wasm', 'gpujs'])('what is refused inside tf.grad on %s', (backend) => {
  let image: tf.Tensor4D;
  let boxes: tf.Tensor2D;
  beforeEach(async () => {
    await tf.setBackend(backend);
    image = tf.ones([3, 2, 2, 1]);
    boxes = tf.tensor2d([[-1, -1, 1, 1]]);
  });
  afterEach(() => {
    tf.dispose([image, boxes]);
  });

  it.each<[code: string, f: (b: tf.Tensor) => tf.Tensor]>([
    ['OUT_OF_MEMORY', (b) => crop(image, b, [65_536, 65_536])],
    ['INVALID_SHAPE', (b) => crop(image, b, [2, 2.5])],
    ['INVALID_SHAPE', (b) => crop(image, b, [2, 2], { imageIndex: [0, 0] })],
    ['INDEX_OUT_OF_RANGE', (b) => crop(image, b, [2, 2], { imageIndex: [3] })],
    ['INVALID_SHAPE', (b) => crop(tf.ones([1, 2, 2, 2, 1]), b, [2, 2, 2])],
  ])('leaves nothing behind: %s', (code, f) => {
    const before = alive();
    expect(() => tf.grad(f)(boxes)).toThrow(expect.objectContaining({ code }));
    expect(alive()).toEqual(before);
  });
});

describe('a gradient that throws', () => {
  afterEach(() => {
    registerCropBackend(cpuBackend);
  });

  it('frees the images, thetas and grids that were saved for it', async () => {
    await tf.setBackend('cpu');
    const fail = (): never => {
      throw new Error('no room');
    };
    registerCropBackend({
      ...cpuBackend,
      kernels: { ...cpuBackend.kernels, AffineSampleGradImage: fail, GridSampleGradGrid: fail },
    });
    const image = tf.ones([1, 2, 2, 1]);
    const boxes = tf.tensor2d([[-1, -1, 1, 1]]);
    const grid = tf.zeros([1, 2, 2, 2]);
    const before = alive();
    expect(() => tf.grad((i) => crop(i, boxes, [2, 2]))(image)).toThrow('no room');
    expect(() => tf.grad((i) => affineSample(i, boxToTheta(boxes), [2, 2]))(image)).toThrow('no room');
    expect(() => tf.grad((g) => gridSample(image as tf.Tensor4D, g))(grid)).toThrow('no room');
    expect(alive()).toEqual(before);
    tf.dispose([image, boxes, grid]);
  });
});
