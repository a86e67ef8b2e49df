import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { noise } from './noise.js';

const STEPS = 20;
const START = [
  [-0.7, -0.8, 0.6, 0.7],
  [-0.3, -0.4, 0.5, 0.6],
  [-1.1, -0.9, 0.8, 0.9],
  [0.1, -0.2, 0.9, 0.8],
];

/** 20 steps, on a backend and on cpu, of a net that learns where it looks and what it sees there. */
export async function training(backend) {
  await tf.setBackend(backend);
  const ours = await train();
  await tf.setBackend('cpu');
  return { ours, cpu: await train() };
}

/**
 * Trains a crop with learned boxes, a convolution and a dense layer by stochastic gradient descent, always from the same
 * start. Gives the loss before each step, and how far the edge that moved most has come.
 */
async function train() {
  const photos = tf.tensor4d(waves(), [4, 20, 20, 2]);
  const targets = tf.tensor2d(noise(4 * 3, 2), [4, 3]);
  const boxes = tf.variable(tf.tensor2d(START));
  const filter = tf.variable(tf.mul(tf.tensor4d(noise(3 * 3 * 2 * 4, 3), [3, 3, 2, 4]), 0.3));
  const kernel = tf.variable(tf.mul(tf.tensor2d(noise(6 * 6 * 4 * 3, 4), [6 * 6 * 4, 3]), 0.1));
  const bias = tf.variable(tf.zeros([3]));
  const loss = () => {
    const crops = crop(photos, boxes, [12, 12], { paddingMode: 'border' });
    const features = tf.reshape(tf.relu(tf.conv2d(crops, filter, 2, 'same')), [4, -1]);
    return tf.losses.meanSquaredError(targets, tf.add(tf.matMul(features, kernel), bias));
  };
  const sgd = tf.train.sgd(0.1);
  const losses = [];
  for (let step = 0; step < STEPS; step++) {
    const value = sgd.minimize(loss, true, [boxes, filter, kernel, bias]);
    losses.push((await value.data())[0]);
    value.dispose();
  }
  const [edgeMoved] = await tf.max(tf.abs(tf.sub(boxes, tf.tensor2d(START)))).data();
  return { losses, edgeMoved };
}

/** Four photos, each with waves of its own length: smooth, as photos are. In noise each pixel is a kink. */
function waves() {
  const wave = (_, k) => Math.sin((k % 40) / (9 + k / 800)) * Math.cos((k % 800) / (200 + k / 20));
  return Float32Array.from({ length: 4 * 20 * 20 * 2 }, wave);
}
