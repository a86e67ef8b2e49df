import * as tf from '@tensorflow/tfjs-core';

/** Pictures [N,S,S,1] of a soft spot each, and where it is, [N,2] in [-1, 1]. The same for the same seed. */
export function spots(count: number, side: number, seed: number): { pictures: tf.Tensor4D; places: tf.Tensor2D } {
  return tf.tidy(() => {
    const places = tf.randomUniform<tf.Rank.R2>([count, 2], -0.5, 0.5, 'float32', seed);
    const axis = tf.linspace(-1 + 1 / side, 1 - 1 / side, side);
    const [x, y] = tf.split(places, 2, 1);
    const dx = tf.squaredDifference(tf.reshape(axis, [1, 1, side]), tf.reshape(x, [count, 1, 1]));
    const dy = tf.squaredDifference(tf.reshape(axis, [1, side, 1]), tf.reshape(y, [count, 1, 1]));
    const pictures = tf.reshape<tf.Rank.R4>(tf.exp(tf.mul(tf.add(dx, dy), -8)), [count, side, side, 1]);
    return { pictures, places };
  });
}
