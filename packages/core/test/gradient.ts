import * as tf from '@tensorflow/tfjs-core';
import { expectClose } from './close.js';

/** A cotangent with no symmetry that a wrong gradient could hide behind. */
function cotangent(shape: number[]): tf.Tensor {
  const size = tf.util.sizeFromShape(shape);
  return tf.tensor(
    Float32Array.from({ length: size }, (_, i) => Math.sin(1 + 2.7 * i)),
    shape,
  );
}

/** Expects the gradient of a smooth function of one tensor to equal central differences. */
export function expectGradient(f: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor, step = 1 / 256, tolerance = 2e-3): void {
  const dy = cotangent(f(x).shape);
  const values = Array.from(x.dataSync());
  const loss = (i: number, by: number): number => {
    const moved = Float32Array.from(values);
    moved[i] += by;
    const [y, w] = [Array.from(f(tf.tensor(moved, x.shape)).dataSync()), dy.dataSync()];
    return y.reduce((sum, value, k) => sum + value * w[k], 0);
  };
  const differences = values.map((_, i) => (loss(i, step) - loss(i, -step)) / (2 * step));
  const [gradient] = tf.grads(f)([x], dy);
  expectClose(gradient, x.shape, differences, tolerance);
}
