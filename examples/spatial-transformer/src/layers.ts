import * as tf from '@tensorflow/tfjs';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { product } from './product.js';
import { heWeights, zeros } from './weights.js';

/** A part of a net: its weights, and what it makes of its input. */
export interface Layer<From extends tf.Tensor, To extends tf.Tensor> {
  readonly weights: readonly tf.Variable[];
  apply(x: From): To;
}

/** What follows a convolution: the largest of 2 × 2. */
const POOL = 2;
const FILTER = 5;

/** From [N,inputs] to [N,outputs], by weights [inputs,outputs] and biases [outputs]. */
export function dense(w: tf.Variable<tf.Rank.R2>, b: tf.Variable<tf.Rank.R1>): Layer<tf.Tensor2D, tf.Tensor2D> {
  return { weights: [w, b], apply: (x) => tf.add(product(x, w), b) };
}

/** Dense layers of these widths, the first of which is that of the input, each with a relu behind it. */
export function denseRelus(widths: readonly number[], random: RandomGenerator): Layer<tf.Tensor2D, tf.Tensor2D> {
  const layers = widths
    .slice(1)
    .map((width, k) => dense(heWeights<tf.Rank.R2>([widths[k], width], random), zeros([width])));
  return {
    weights: layers.flatMap(({ weights }) => weights),
    apply: (x) => layers.reduce((y, layer) => tf.relu(layer.apply(y)), x),
  };
}

/**
 * A convolution of 5 × 5 without padding, max pooling of 2 × 2, biases and a relu, from [N,S,S,channels] to [N,T,T,filters], where T is
 * {@link convolvedSide} of S. Pooling comes first: the answer is the same, for a quarter of the work.
 */
export function convolution(
  channels: number,
  filters: number,
  random: RandomGenerator,
): Layer<tf.Tensor4D, tf.Tensor4D> {
  const w = heWeights<tf.Rank.R4>([FILTER, FILTER, channels, filters], random);
  const b = zeros<tf.Rank.R1>([filters]);
  return {
    weights: [w, b],
    apply: (x) => tf.relu(tf.add(tf.maxPool(tf.conv2d(x, w, 1, 'valid'), POOL, POOL, 'valid'), b)),
  };
}

/** The side of what {@link convolution} makes of images of this side. */
export function convolvedSide(side: number): number {
  return Math.floor((side - FILTER + 1) / POOL);
}

/** Everything of an image as a row: [N,H,W,C] as [N,H·W·C]. */
export function flat(images: tf.Tensor4D): tf.Tensor2D {
  return tf.reshape(images, [images.shape[0], images.size / images.shape[0]]);
}
