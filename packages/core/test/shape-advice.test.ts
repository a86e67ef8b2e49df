import '@cropgrad/backend-cpu';
import { affineSample, CropError, composeTheta, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';

const image = tf.zeros([1, 4, 6, 3]);
const volume = tf.zeros([1, 2, 4, 6, 3]);

function zeros(shape: number[]): tf.Tensor {
  return tf.zeros(shape);
}

const sampled = (shape: number[]) => affineSample(image, zeros(shape), [2, 2]);
const sampledIn3D = (shape: number[]) => affineSample(volume, zeros(shape), [2, 2, 2]);
const composed = (shape: number[]) => composeTheta(zeros(shape), zeros([1, 2, 3]));
const cropped = (shape: number[]) => crop(image, zeros(shape), [2, 2]);

it.each<[string, () => unknown, string]>([
  ['two thetas in a row', () => sampled([12]), 'Reshape it with tf.reshape(theta, [2, 2, 3])'],
  ['three thetas in a row', () => sampled([18]), 'Reshape it with tf.reshape(theta, [3, 2, 3])'],
  ['two thetas in a row, in 3-D', () => sampledIn3D([24]), 'Reshape it with tf.reshape(theta, [2, 3, 4])'],
  ['part of a theta in 3-D', () => sampledIn3D([6]), 'Reshape it to one row of numbers per axis of the image'],
  ['no numbers', () => composed([0]), 'Reshape it to one row of numbers per axis of the image'],
  ['a square theta', () => sampled([3, 3]), 'Wrap a single theta with tf.expandDims(theta, 0), and drop its last row'],
  ['a square theta in 3-D', () => sampledIn3D([4, 4]), 'tf.expandDims(theta, 0), and drop its last row'],
  ['a theta as boxes', () => cropped([1, 2, 3]), 'Pass a theta to affineSample'],
  ['boxes for each image', () => cropped([5, 2, 4]), 'Give boxes two axes, with tf.reshape(boxes, [-1, 4])'],
  ['boxes, wrapped three times', () => cropped([1, 1, 1, 2]), 'Give boxes two axes'],
  ['three boxes in a row', () => cropped([12]), 'Give every box a row of its own with tf.reshape(boxes, [3, 4])'],
])('advice fits %s', (_name, call, next) => {
  let refused: unknown;
  try {
    call();
  } catch (error) {
    refused = error;
  }
  expect(refused instanceof CropError && refused.next).toContain(next);
});
