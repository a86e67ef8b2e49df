import * as tf from '@tensorflow/tfjs';
import { zeros } from './weights.js';

const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;
const EPSILON = 1e-7;

/** Weights that learn at a rate of their own. */
export interface Group {
  weights: readonly tf.Variable[];
  rate: number;
}

/**
 * Adam, as `tf.train.adam` has it, for groups of weights with rates of their own that change on the way. What it remembers is
 * in sight, so that a run can stop and go on: the two moments of every weight, and nothing else.
 */
export class Adam {
  /** The running means of the gradients and of their squares: two for each variable. */
  readonly moments: readonly tf.Variable[];
  private readonly groups: readonly Group[];

  constructor(groups: readonly Group[]) {
    this.groups = groups;
    const weights = groups.flatMap((group) => group.weights);
    this.moments = weights.flatMap((w) => [zeros(w.shape), zeros(w.shape)]);
  }

  /** Lowers a loss by step number `step`, the first of which is 0, at `share` of the rates; gives back the loss. */
  minimize(loss: () => tf.Scalar, step: number, share: number): tf.Scalar {
    return tf.tidy(() => {
      const weights = this.groups.flatMap((group) => [...group.weights]);
      const { value, grads } = tf.variableGrads(loss, weights);
      const rates = this.groups.flatMap((group) => group.weights.map(() => group.rate));
      for (const [k, w] of weights.entries()) this.update(k, w, grads[w.name], step + 1, share * rates[k]);
      return value;
    });
  }

  dispose(): void {
    tf.dispose([...this.moments]);
  }

  private update(k: number, w: tf.Variable, gradient: tf.Tensor, count: number, rate: number): void {
    const [mean, square] = [this.moments[2 * k], this.moments[2 * k + 1]];
    mean.assign(tf.add(tf.mul(mean, MEAN_DECAY), tf.mul(gradient, 1 - MEAN_DECAY)));
    square.assign(tf.add(tf.mul(square, SQUARE_DECAY), tf.mul(tf.square(gradient), 1 - SQUARE_DECAY)));
    // Means that began at 0 are too small at first, by what is known.
    const deviation = tf.sqrt(tf.div(square, 1 - SQUARE_DECAY ** count));
    const direction = tf.div(tf.div(mean, 1 - MEAN_DECAY ** count), tf.add(deviation, EPSILON));
    w.assign(tf.sub(w, tf.mul(direction, rate)));
  }
}
