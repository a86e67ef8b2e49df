import { affineGrid, affineSample, boxToTheta, crop, gridSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectClose } from './close.js';

const box = [[-0.5, -0.75, 0.8, 0.5]];
const three = [...box, ...box, ...box];
const size = [3, 2] as const;

/** One box, theta or grid for several images, on one backend. */
export function testPerImage(backend: string): void {
  describe(`one box, theta or grid for several images, on ${backend}`, () => {
    let images: tf.Tensor4D;
    let dy: tf.Tensor;
    beforeAll(async () => {
      await tf.setBackend(backend);
      images = tf.randomUniform<tf.Rank.R4>([3, 5, 6, 2], 0, 9, 'float32', 1);
      dy = tf.randomUniform([3, 3, 2, 2], -1, 1, 'float32', 2);
    });

    const ways: [string, (images: tf.Tensor4D, boxes: tf.Tensor) => tf.Tensor][] = [
      ['crop', (x, boxes) => crop(x, boxes as tf.Tensor2D, size)],
      ['affineSample', (x, boxes) => affineSample(x, boxToTheta(boxes as tf.Tensor2D), size)],
      ['gridSample', (x, boxes) => gridSample(x, affineGrid(boxToTheta(boxes as tf.Tensor2D), size))],
    ];

    it.each(ways)('%s gives one crop of each image, and sums the gradients', (_, f) => {
      tf.tidy(() => {
        const one = tf.valueAndGrads((x, b) => f(x as tf.Tensor4D, b))([images, tf.tensor2d(box)], dy);
        const all = tf.valueAndGrads((x, b) => f(x as tf.Tensor4D, b))([images, tf.tensor2d(three)], dy);
        expectClose(one.value, [3, 3, 2, 2], all.value.dataSync(), 0);
        expectClose(one.grads[0], [3, 5, 6, 2], all.grads[0].dataSync(), 0);
        expectClose(one.grads[1], [1, 4], tf.sum(all.grads[1], 0).dataSync(), 1e-5);
      });
    });

    it('of two images, too', () => {
      const two = tf.slice(images, [0, 0, 0, 0], [2, 5, 6, 2]);
      expectClose(crop(two, box, size), [2, 3, 2, 2], crop(two, [...box, ...box], size).dataSync(), 0);
    });

    it('imageIndex still says that a single box reads one of them', () => {
      const second = crop(tf.slice(images, [1, 0, 0, 0], [1, 5, 6, 2]), box, size);
      expectClose(crop(images, box, size, { imageIndex: [1] }), [1, 3, 2, 2], second.dataSync(), 0);
    });

    it('loses nothing', () => {
      const before = tf.memory().numTensors;
      crop(images, box, size).dispose();
      expect(tf.memory().numTensors).toBe(before);
    });

    it('refuses what memory cannot hold before it repeats', () => {
      const many = tf.zeros<tf.Rank.R4>([1025, 1, 1, 1]);
      expect(() => gridSample(many, tf.zeros([1, 1024, 512, 2]))).toThrow(/shape \[1025,1024,512,2\].*OUT_OF_MEMORY/);
    });
  });
}
