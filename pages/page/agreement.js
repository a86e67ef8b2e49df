import { affineGrid, boxToTheta, crop, gridSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { noise } from './noise.js';

const IMAGES = [2, 40, 48, 3];
const SIZE = [16, 16];
const OPTIONS = { imageIndex: [0, 1, 1, 0] };
/** Inside, over the edge, turned round, and enlarged; no point lies within 1e-4 px of a kink. */
const BOXES = [
  [-0.61, -0.52, 0.43, 0.58],
  [-1.27, -0.83, 0.66, 1.31],
  [0.72, -0.47, -0.55, 0.39],
  [0.11, 0.17, 0.29, 0.36],
];

/**
 * How far a crop and its gradients on a backend are from those on cpu: for crops [4,16,16,3] the largest difference, for
 * gradients the largest one as a part of what rounding goes by, the sum of the sizes of a gradient's terms.
 */
export async function agreement(backend) {
  await tf.setBackend(backend);
  const ours = await numbers(cropAndGradients());
  await tf.setBackend('cpu');
  const expected = await numbers(cropAndGradients());
  const sizes = await numbers(tf.tidy(termSizes));
  return {
    largest: expected.map((values) => Math.max(...values.map(Math.abs))),
    crops: largest(ours[0], expected[0], () => 1),
    imageGradient: largest(ours[1], expected[1], (k) => Math.max(1, sizes[0][k])),
    boxGradient: largest(ours[2], expected[2], (k) => sizes[1][k]),
  };
}

function given() {
  const image = tf.tensor4d(noise(tf.util.sizeFromShape(IMAGES), 1), IMAGES);
  const shape = [BOXES.length, ...SIZE, IMAGES[3]];
  return { image, boxes: tf.tensor2d(BOXES), dy: tf.tensor4d(noise(tf.util.sizeFromShape(shape), 2), shape) };
}

function cropAndGradients() {
  const { image, boxes, dy } = given();
  const cropped = (image, boxes) => crop(image, boxes, SIZE, OPTIONS);
  return [cropped(image, boxes), ...tf.grads(cropped)([image, boxes], dy)];
}

/** Sums of |w dy| for each number of the image's gradient, and of |dy × slope × weight in the box| for the boxes'. */
function termSizes() {
  const { image, boxes, dy } = given();
  const ofImage = tf.grad((image) => crop(image, boxes, SIZE, OPTIONS))(image, tf.abs(dy));
  const gridOf = (boxes) => affineGrid(boxToTheta(boxes), SIZE);
  // One channel at a time, as terms of different signs cancel.
  const slopes = tf.unstack(tf.eye(IMAGES[3])).map((channel) => {
    const bySample = tf.grad((grid) => gridSample(image, grid, OPTIONS));
    return tf.abs(bySample(gridOf(boxes), tf.mul(dy, channel)));
  });
  // A point moves with an edge by a weight in [0, 1], so sizes go back to the boxes as gradients do.
  return [ofImage, tf.grad(gridOf)(boxes, tf.addN(slopes))];
}

function numbers(tensors) {
  return Promise.all(tensors.map((tensor) => tensor.data()));
}

function largest(ours, expected, size) {
  return Math.max(...expected.map((value, k) => Math.abs(ours[k] - value) / size(k)));
}
