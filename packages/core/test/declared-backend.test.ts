import { cpuBackend } from '@cropgrad/backend-cpu';
import { crop } from '@cropgrad/core';
import { type Points, registerCropBackend } from '@cropgrad/core/backend';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, it } from 'vitest';
import { expectClose } from './close.js';
import { mountPartial } from './partial-backend.js';

const image = tf.randomUniform([1, 5, 6, 3], 0, 9, 'float32', 4) as tf.Tensor4D;
const boxes = tf.tensor2d([[-0.5, -1.25, 1, 0.5]]);

afterEach(() => {
  tf.setBackend('cpu');
  tf.removeBackend('partial');
});

it('refuses antialias that is declared without fused kernels, or not declared', () => {
  const { AffineSampleGradImage, PerspectiveSample, ...others } = cpuBackend.kernels;
  expect([AffineSampleGradImage, PerspectiveSample].every(Boolean)).toBe(true);
  const [product] = cpuBackend.capabilities.sampling;
  const of = (points: Points[]): (() => void) => {
    const capabilities = { ...cpuBackend.capabilities, sampling: [{ ...product, points, antialias: true }] };
    return () => registerCropBackend({ ...cpuBackend, tfBackend: 'partial', capabilities, kernels: others });
  };
  mountPartial({});
  expect(of(['grid', 'affine'])).toThrow(/without AffineSampleGradImage, as it declares antialias;.*INVALID_BACKEND/);
  expect(of(['perspective'])).toThrow(/without PerspectiveSample, as it declares antialias with 'perspective';/);
  mountPartial({ sampling: [{ ...product, antialias: false }] });
  expect(() => crop(image, boxes, [2, 2], { antialias: true })).toThrow(/antialias on the tfjs backend.*UNSUPPORTED/);
  expect(crop(image, boxes, [2, 2], { antialias: false }).shape).toEqual([1, 2, 2, 3]);
});

it('casts what a kernel of float32 picks out of integers back, and frees it', () => {
  const labels = tf.cast(tf.mul(image, 9), 'int32');
  const wanted = crop(labels, boxes, [2, 2], { mode: 'nearest' });
  mountPartial({ imageDtypes: ['float32'], dataFormats: ['NHWC'] });
  const before = tf.engine().backend.numDataIds();
  const found = crop(labels, boxes, [2, 2], { mode: 'nearest' });
  expect(found.dtype).toBe('int32');
  expect(tf.engine().backend.numDataIds() - before, 'only the result is left').toBe(1);
  expectClose(found, wanted.shape, wanted.dataSync(), 0);
  const mask = crop(tf.transpose(tf.cast(labels, 'bool'), [0, 3, 1, 2]), boxes, [2, 2], {
    mode: 'nearest',
    dataFormat: 'NCHW',
  });
  expect(mask.dtype).toBe('bool');
});
