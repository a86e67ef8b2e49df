import * as tf from '@tensorflow/tfjs';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** He's weights, before a relu: normal, cut off at two deviations, and as large as keeps signals at their size. */
export function heWeights<R extends tf.Rank>(shape: tf.ShapeMap[R], random: RandomGenerator): tf.Variable<R> {
  return normalWeights(shape, 2, random);
}

/** The same before logits, where no relu halves the signal. */
export function logitWeights(shape: [number, number], random: RandomGenerator): tf.Variable<tf.Rank.R2> {
  return normalWeights(shape, 1, random);
}

/** Weights or moments that start at 0. */
export function zeros<R extends tf.Rank>(shape: tf.ShapeMap[R]): tf.Variable<R> {
  return startingAt(() => tf.zeros<R>(shape));
}

/** Biases that start at these values. */
export function biases(values: readonly number[]): tf.Variable<tf.Rank.R1> {
  return startingAt(() => tf.tensor1d([...values]));
}

function normalWeights<R extends tf.Rank>(
  shape: tf.ShapeMap[R],
  gain: number,
  random: RandomGenerator,
): tf.Variable<R> {
  const inputs = shape.slice(0, -1).reduce((product, length) => product * length, 1);
  const seed = uniformInt(random, 1, 2 ** 30);
  return startingAt(() => tf.truncatedNormal<R>(shape, 0, Math.sqrt(gain / inputs), 'float32', seed));
}

/** A variable without the tensor that it starts at, which would stay otherwise. */
function startingAt<R extends tf.Rank>(value: () => tf.Tensor<R>): tf.Variable<R> {
  return tf.tidy(() => tf.variable(value()));
}
