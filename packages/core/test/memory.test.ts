import '@cropgrad/backend-cpu';
import {
  affineGrid,
  affineSample,
  boxesFromPixels,
  boxesToUnit,
  boxToTheta,
  composeTheta,
  crop,
  enlargeBoxes,
  flowGrid,
  gridSample,
  invertTheta,
  letterboxBoxes,
  rotatedBoxToTheta,
  thetaFromPixels,
  tpsGrid,
} from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

const image = tf.randomUniform<tf.Rank.R4>([1, 8, 8, 3], 0, 1, 'float32', 1);
const boxes = tf.tensor2d([
  [-0.5, -0.5, 0.5, 0.75],
  [0, 0, 1, 1],
]);
const nested = [[-0.5, -0.5, 0.5, 0.75]];
const rotated = tf.tensor2d([
  [0, 0, 1, 1, 0.5],
  [0, 0, 1, 1, -0.5],
]);
const triangle = [
  [-1, -1],
  [1, -1],
  [0, 1],
];
const corners = tf.tensor2d(triangle);
const targets = tf.tensor3d([triangle]);
const theta = boxToTheta(boxes);
const grid = affineGrid(theta, [4, 4]);

/** Tensors and data buffers alive, ours and the backend's. */
const alive = (): object => ({ ...tf.memory(), dataIds: tf.engine().backend.numDataIds() });

describe('each op, called outside any tidy, leaves its result and nothing else', () => {
  const calls: Record<string, () => tf.Tensor> = {
    crop: () => crop(image, boxes, [4, 4]),
    'crop of nested numbers': () => crop([[[[1]]]], nested, [4, 4]),
    affineSample: () => affineSample(image, theta, [4, 4]),
    gridSample: () => gridSample(image, grid),
    'gridSample of nested numbers': () => gridSample([[[[1]]]], [[[[0, 0]]]]),
    affineGrid: () => affineGrid(theta, [4, 4]),
    boxToTheta: () => boxToTheta(boxes),
    'boxToTheta of nested numbers': () => boxToTheta(nested),
    boxesFromPixels: () => boxesFromPixels(nested, [8, 8]),
    boxesToUnit: () => boxesToUnit(nested, { format: 'cxcywh' }),
    enlargeBoxes: () => enlargeBoxes(nested, 2),
    letterboxBoxes: () => letterboxBoxes(nested, [8, 8], [4, 2]),
    thetaFromPixels: () => thetaFromPixels(theta, [8, 8], [4, 4], { maps: 'imageToCrop' }),
    flowGrid: () => flowGrid(grid),
    tpsGrid: () => tpsGrid(triangle, [triangle], [4, 4]),
    'tpsGrid of tensors': () => tpsGrid(corners, targets, [4, 4]),
    rotatedBoxToTheta: () => rotatedBoxToTheta(rotated, [8, 8]),
    composeTheta: () => composeTheta(theta, theta),
    invertTheta: () => invertTheta(theta),
  };
  for (const [name, call] of Object.entries(calls)) {
    it(name, () => {
      const [tensors, dataIds] = [tf.memory().numTensors, tf.engine().backend.numDataIds()];
      const result = call();
      expect(tf.memory().numTensors - tensors).toBe(1);
      expect(tf.engine().backend.numDataIds() - dataIds).toBe(1);
      result.dispose();
    });
  }
});

it('a thousand forward and backward passes leave memory as it was', () => {
  const dy = tf.ones([2, 4, 4, 3]);
  const chain = (i: tf.Tensor, b: tf.Tensor, r: tf.Tensor): tf.Tensor => {
    const turned = composeTheta(boxToTheta(b as tf.Tensor2D), invertTheta(rotatedBoxToTheta(r as tf.Tensor2D, [8, 8])));
    const first = gridSample(i as tf.Tensor4D, affineGrid(turned, [8, 8]));
    return crop(first, b as tf.Tensor2D, [4, 4], { mode: 'bicubic' });
  };
  const pass = (): void => {
    const { value, grads } = tf.valueAndGrads(chain)([image, boxes, rotated], dy);
    expect(grads).toHaveLength(3);
    tf.dispose([value, grads]);
  };
  pass();
  const before = alive();
  for (let step = 0; step < 1000; step++) pass();
  expect(alive()).toEqual(before);
});
