import '@cropgrad/backend-cpu';
import { affineGrid, affineSample, boxToTheta, crop, gridSample, type SampleOptions } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectClose } from './close.js';

const image = tf.tensor4d(
  Float32Array.from({ length: 2 * 4 * 5 * 3 }, (_, i) => (i * 7) % 11),
  [2, 4, 5, 3],
);
const boxes = [
  [-0.5, -1, 1, 0.5],
  [1.25, -0.25, -0.5, 1],
];

/** What every form of the same input must give. */
const wanted = (): tf.Tensor => crop(image, boxes, [3, 2]);

describe('what crop takes', () => {
  it('nested numbers, tensors and variables', () => {
    const nested = image.arraySync() as number[][][][];
    expectClose(crop(nested, boxes, [3, 2]), [2, 3, 2, 3], wanted().dataSync(), 0);
    expectClose(crop(image, tf.tensor2d(boxes), [3, 2]), [2, 3, 2, 3], wanted().dataSync(), 0);
    const variable = tf.variable(tf.tensor2d(boxes));
    expectClose(crop(image, variable, [3, 2]), [2, 3, 2, 3], wanted().dataSync(), 0);
    variable.dispose();
  });

  it('rows that are typed arrays, and nested booleans', () => {
    const typed = boxes.map((box) => Float32Array.from(box));
    expectClose(Reflect.apply(crop, undefined, [image, typed, [3, 2]]), [2, 3, 2, 3], wanted().dataSync(), 0);
    const mask = Reflect.apply(crop, undefined, [[[[[true], [false]]]], [[-1, -1, 1, 1]], [1, 2]]);
    expectClose(mask, [1, 1, 2, 1], [1, 0], 0);
  });

  it('int32 and bool images, read as float32', () => {
    expectClose(crop(tf.cast(image, 'int32'), boxes, [3, 2]), [2, 3, 2, 3], wanted().dataSync(), 0);
    const mask = tf.cast(image, 'bool');
    const cropped = crop(mask, boxes, [3, 2]);
    expect(cropped.dtype).toBe('float32');
    expectClose(cropped, [2, 3, 2, 3], crop(tf.cast(mask, 'float32'), boxes, [3, 2]).dataSync(), 0);
  });

  it('NCHW, the same numbers with channels second', () => {
    const channelsFirst = tf.transpose(image, [0, 3, 1, 2]);
    const cropped = crop(channelsFirst, boxes, [3, 2], { dataFormat: 'NCHW' });
    expect(cropped.shape).toEqual([2, 3, 3, 2]);
    expectClose(tf.transpose(cropped, [0, 2, 3, 1]), [2, 3, 2, 3], wanted().dataSync());
  });

  it('one image for many boxes, and imageIndex in every form', () => {
    const first = tf.slice(image, [0, 0, 0, 0], [1, 4, 5, 3]);
    const one = crop(first, [...boxes, ...boxes], [3, 2]);
    const zeros = [0, 0, 0, 0];
    for (const imageIndex of [zeros, new Int32Array(4), tf.tensor1d(zeros, 'int32')]) {
      expectClose(crop(image, [...boxes, ...boxes], [3, 2], { imageIndex }), one.shape, one.dataSync(), 0);
    }
    const swapped = crop(image, boxes, [3, 2], { imageIndex: [1, 0] });
    expectClose(swapped, [2, 3, 2, 3], crop(tf.reverse(image, 0), boxes, [3, 2]).dataSync(), 0);
  });

  it('a volume, through every op', () => {
    const volume = tf.tensor5d(
      Float32Array.from({ length: 60 }, (_, i) => i % 7),
      [1, 3, 4, 5, 1],
    );
    const theta = boxToTheta([[-0.5, -1, -1, 1, 0.5, 0.75]]);
    const direct = crop(volume, [[-0.5, -1, -1, 1, 0.5, 0.75]], [2, 3, 4]);
    expect(direct.shape).toEqual([1, 2, 3, 4, 1]);
    expectClose(affineSample(volume, theta, [2, 3, 4]), direct.shape, direct.dataSync(), 0);
    expectClose(gridSample(volume, affineGrid(theta, [2, 3, 4])), direct.shape, direct.dataSync(), 1e-5);
  });

  it('options that are undefined, as left out', () => {
    const options: SampleOptions = { mode: undefined, fillValue: undefined, imageIndex: undefined };
    expectClose(crop(image, boxes, [3, 2], options), [2, 3, 2, 3], wanted().dataSync(), 0);
  });

  it('boxes that are constant', () => {
    const constant = [
      [-0.5, -1, 1, 0.5],
      [1.25, -0.25, -0.5, 1],
    ] as const;
    expectClose(crop(image, constant, [3, 2]), [2, 3, 2, 3], wanted().dataSync(), 0);
  });
});

describe('empty results', () => {
  it('an empty tensor of the right shape for N, C, h or w of 0, with gradients of zeros', () => {
    const one = tf.ones([1, 2, 2, 1]) as tf.Tensor4D;
    const none = tf.zeros([0, 4]) as tf.Tensor2D;
    expect(crop(one, none, [3, 3]).shape).toEqual([0, 3, 3, 1]);
    expect(crop(one, [[-1, -1, 1, 1]], [0, 3]).shape).toEqual([1, 0, 3, 1]);
    expect(crop(one, [[-1, -1, 1, 1]], [3, 0], { dataFormat: 'NCHW' }).shape).toEqual([1, 2, 3, 0]);
    expect(crop(tf.zeros([1, 2, 2, 0]) as tf.Tensor4D, [[-1, -1, 1, 1]], [3, 3]).shape).toEqual([1, 3, 3, 0]);
    const channelless = tf.zeros([1, 0, 2, 2]) as tf.Tensor4D;
    expect(crop(channelless, [[-1, -1, 1, 1]], [3, 3], { dataFormat: 'NCHW' }).shape).toEqual([1, 0, 3, 3]);
    expect(affineGrid(tf.zeros([0, 2, 3]) as tf.Tensor3D, [3, 3]).shape).toEqual([0, 3, 3, 2]);
    const f = (i: tf.Tensor, b: tf.Tensor): tf.Tensor => crop(i as tf.Tensor4D, b as tf.Tensor2D, [0, 3]);
    const [dimage, dboxes] = tf.grads(f)([one, tf.tensor2d([[-1, -1, 1, 1]])], tf.zeros([1, 0, 3, 1]));
    expectClose(dimage, [1, 2, 2, 1], [0, 0, 0, 0], 0);
    expectClose(dboxes, [1, 4], [0, 0, 0, 0], 0);
  });
});
