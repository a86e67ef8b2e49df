import '@cropgrad/backend-cpu';
import { affineSample, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { AffineSampleLayer, CropLayer, SpatialTransformer } from '../src/index.js';

beforeAll(() => tf.setBackend('cpu'));

const image = tf.randomUniform<tf.Rank.R4>([2, 8, 9, 3], -1, 1, 'float32', 1);
const volume = tf.randomUniform<tf.Rank.R5>([2, 5, 6, 7, 1], -1, 1, 'float32', 2);
const boxes = tf.tensor2d([
  [-0.5, -0.75, 1.2, 0.5],
  [0.1, -1, 0.9, 0.3],
]);
const solids = tf.tensor2d([
  [-0.5, -0.75, -1, 1.2, 0.5, 1],
  [0.1, -1, 0, 0.9, 0.3, 0.7],
]);
const theta = tf.tensor3d([0.5, 0.2, 0, -0.2, 0.6, 0.1, 1, 0, 0.3, 0.1, 0.8, 0], [2, 2, 3]);
const values = (tensor: tf.Tensor): number[][] => [tensor.shape, [...tensor.dataSync()]];

describe('a layer gives what core does', () => {
  it('crops', () => {
    const options = { mode: 'bicubic', paddingMode: 'reflection', antialias: true } as const;
    expect(values(new CropLayer({ size: [4, 5], ...options }).apply([image, boxes]))).toEqual(
      values(crop(image, boxes, [4, 5], options)),
    );
  });

  it('crops by one box', () => {
    const [box] = boxes.arraySync();
    expect(values(new CropLayer({ size: [4, 5], box, fillValue: [1, 2, 3] }).apply(image))).toEqual(
      values(crop(image, [box], [4, 5], { fillValue: [1, 2, 3] })),
    );
  });

  it('crops of volumes, and channels first', () => {
    expect(values(new CropLayer({ size: [2, 3, 4] }).apply([volume, solids]))).toEqual(
      values(crop(volume, solids, [2, 3, 4])),
    );
    const first = tf.transpose(image, [0, 3, 1, 2]);
    expect(values(new CropLayer({ size: [4, 5], dataFormat: 'NCHW' }).apply([first, boxes]))).toEqual(
      values(crop(first, boxes, [4, 5], { dataFormat: 'NCHW' })),
    );
  });

  it('samples through theta, flat or not', () => {
    const right = values(affineSample(image, theta, [4, 5], { alignCorners: true }));
    for (const given of [theta, tf.reshape(theta, [2, 6])]) {
      expect(values(new AffineSampleLayer({ size: [4, 5], alignCorners: true }).apply([image, given]))).toEqual(right);
    }
  });

  it('gradients to images, boxes and theta', () => {
    const cropped = new CropLayer({ size: [4, 5] });
    const sampled = new AffineSampleLayer({ size: [4, 5] });
    const dy = tf.randomUniform([2, 4, 5, 3], -1, 1, 'float32', 3);
    const ofLayers = [
      ...tf.grads((x, b) => cropped.apply([x, b]))([image, boxes], dy),
      ...tf.grads((x, t) => sampled.apply([x, t]))([image, tf.reshape(theta, [2, 6])], dy),
    ];
    const ofCore = [
      ...tf.grads((x, b) => crop(x, b, [4, 5]))([image, boxes], dy),
      ...tf.grads((x, t) => affineSample(x, t, [4, 5]))([image, theta], dy),
    ];
    ofLayers.forEach((gradient, k) => {
      expect([...gradient.dataSync()]).toEqual([...ofCore[k].dataSync()]);
    });
  });
});

describe('shapes of what is not there yet', () => {
  const symbolic = (...shape: (number | null)[]): tf.SymbolicTensor => tf.input({ batchShape: shape });

  it.each<[string, () => tf.SymbolicTensor, (number | null)[]]>([
    [
      'crops',
      () => new CropLayer({ size: [4, 5] }).apply([symbolic(null, 8, 9, 3), symbolic(null, 4)]),
      [null, 4, 5, 3],
    ],
    ['one box', () => new CropLayer({ size: [4, 5], box: [0, 0, 1, 1] }).apply(symbolic(7, 8, 9, 3)), [7, 4, 5, 3]],
    [
      'images of any size',
      () => new CropLayer({ size: [4, 5] }).apply([symbolic(null, null, null, 3), symbolic(null, 4)]),
      [null, 4, 5, 3],
    ],
    [
      'channels first',
      () =>
        new AffineSampleLayer({ size: [4, 5], dataFormat: 'NCHW' }).apply([symbolic(null, 3, 8, 9), symbolic(null, 6)]),
      [null, 3, 4, 5],
    ],
    [
      'volumes',
      () => new AffineSampleLayer({ size: [2, 4, 5] }).apply([symbolic(null, 5, 8, 9, 3), symbolic(null, 3, 4)]),
      [null, 2, 4, 5, 3],
    ],
    [
      'a transformer',
      () => new SpatialTransformer({ size: [4, 5], localization: [] }).apply(symbolic(null, 8, 9, 3)),
      [null, 4, 5, 3],
    ],
    [
      'a transformer of volumes',
      () => new SpatialTransformer({ size: [2, 4, 5], localization: [] }).apply(symbolic(null, 5, 8, 9, 3)),
      [null, 2, 4, 5, 3],
    ],
  ])('%s', (_, apply, shape) => {
    expect(apply().shape).toEqual(shape);
  });
});
