import '@cropgrad/backend-cpu';
import { gridSample, gridSampleJvp } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { expectClose } from './close.js';
import { expectGradient } from './gradient.js';

const image = tf.randomUniform([2, 5, 6, 3], 0, 1, 'float32', 1) as tf.Tensor4D;
const volume = tf.randomUniform([1, 3, 5, 4, 2], 0, 1, 'float32', 2) as tf.Tensor5D;
const points = tf.randomUniform([2, 7, 2], -1.2, 1.2, 'float32', 3) as tf.Tensor3D;

it('reads a list of points as a grid of one column', () => {
  const wanted = gridSample(image, tf.reshape(points, [2, 7, 1, 2]) as tf.Tensor4D);
  expectClose(gridSample(image, points), [2, 7, 3], wanted.dataSync(), 0);
  const nchw = gridSample(tf.transpose(image, [0, 3, 1, 2]), points, { dataFormat: 'NCHW', fillValue: [1, 2, 3] });
  expectClose(
    tf.transpose(nchw, [0, 2, 1]),
    [2, 7, 3],
    gridSample(image, points, { fillValue: [1, 2, 3] }).dataSync(),
    0,
  );
  const inVolume = tf.randomUniform([1, 4, 3], -1, 1, 'float32', 4) as tf.Tensor3D;
  expect(gridSample(volume, inVolume).shape).toEqual([1, 4, 2]);
  expect(gridSample(image, tf.zeros([2, 0, 2]) as tf.Tensor3D).shape).toEqual([2, 0, 3]);
  expect(gridSample(image, [[[0, 0]]]).shape).toEqual([2, 1, 3]);
});

it('has its gradients, and derivatives along tangents', () => {
  const options = { mode: 'bicubic' } as const;
  expectGradient((x) => gridSample(x as tf.Tensor4D, points, options), image);
  expectGradient((p) => gridSample(image, p as tf.Tensor3D, options), points);
  const tangent = tf.randomUniform([2, 7, 2], -1, 1, 'float32', 5) as tf.Tensor3D;
  const asGrid = (x: tf.Tensor): tf.Tensor4D => tf.reshape(x, [2, 7, 1, 2]);
  const wanted = gridSampleJvp(image, asGrid(points), asGrid(tangent), options);
  expectClose(gridSampleJvp(image, points, tangent, options), [2, 7, 3], wanted.dataSync(), 0);
});

it.each([
  ['INVALID_SHAPE', 'points of a volume in an image', () => gridSample(image, tf.zeros([2, 4, 3]) as tf.Tensor3D)],
  [
    'INVALID_OPTION',
    'a tangent with a fill per channel',
    () => gridSampleJvp(image, points, points, { fillValue: [1, 2, 3] }),
  ],
])('%s: %s', (code, _, wrong) => {
  expect(wrong).toThrow(expect.objectContaining({ code }));
});
