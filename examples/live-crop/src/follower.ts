import { boxesFromPixels, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import type { Box } from './box.js';

/** One stage of each search, from coarse to fine. */
interface Level {
  /** The crops that are compared are so many pixels wide and high. */
  size: number;
  /** How far one step moves the box, as a part of its width. */
  stepLength: number;
  steps: number;
}

const LEVELS: readonly Level[] = [
  { size: 6, stepLength: 0.06, steps: 6 },
  { size: 16, stepLength: 0.016, steps: 6 },
  { size: 48, stepLength: 0.004, steps: 6 },
];

/**
 * Follows what a box shows in the first frame through those that come after. In each frame, gradient descent moves the
 * box until its crop looks like the first one again; coarse crops pull from further away, fine ones find the place.
 * Every tensor stays where tfjs computes: frames, crops, gradients and the box.
 */
export class Follower {
  /** How often a frame has to be halved until one of its pixels is about one of a level's crops. */
  readonly #halvings: readonly number[];
  readonly #wanted: readonly tf.Tensor4D[];
  /** The box in the first frame [1,4], and how what is learned changes it [3,4]. */
  readonly #first: tf.Tensor2D;
  readonly #changes: tf.Tensor2D;
  /** What is learned [1,3]: how far the box has moved, in widths of the first one, to the right and down; its growth. */
  readonly #place: tf.Variable;

  /** `frame` [1,H,W,4] stays the caller's; the box is in its pixels. */
  constructor(frame: tf.Tensor4D, [x, y, x2, y2]: Box) {
    const [, height, width] = frame.shape;
    const [reachX, reachY] = [(x2 - x) / width, (y2 - y) / height];
    const [right, down] = [2 * reachX, (2 * (x2 - x)) / height];
    this.#first = boxesFromPixels([[x, y, x2, y2]], [height, width]);
    this.#changes = tf.tensor2d([
      [right, 0, right, 0],
      [0, down, 0, down],
      [-reachX, -reachY, reachX, reachY],
    ]);
    this.#place = tf.tidy(() => tf.variable(tf.zeros([1, 3])));
    this.#halvings = LEVELS.map(({ size }) => Math.max(0, Math.round(Math.log2((x2 - x) / size))));
    this.#wanted = LEVELS.map(({ size }, k) =>
      tf.tidy(() => crop(halve(frame, this.#halvings[k]), this.#first, [size, size], { paddingMode: 'border' })),
    );
  }

  /** The box as `crop` takes it, [1,4], a tensor of its own. */
  box(): tf.Tensor2D {
    return tf.tidy(() => tf.add<tf.Tensor2D>(this.#first, tf.matMul(this.#place as tf.Tensor2D, this.#changes)));
  }

  /** Moves the box to where the next frame [1,H,W,4] shows what the first one did. */
  follow(frame: tf.Tensor4D): void {
    for (const [k, { size, stepLength, steps }] of LEVELS.entries()) {
      // Halved 0 times, a frame is itself: a clone of it can be freed.
      const seen = tf.tidy(() => tf.clone(halve(frame, this.#halvings[k])));
      // What Adam remembers of one frame is of no use in the next.
      const optimizer = tf.train.adam(stepLength, 0.5, 0.9);
      for (let step = 0; step < steps; step++) {
        optimizer.minimize(
          () => {
            const view = crop(seen, this.box(), [size, size], { paddingMode: 'border' });
            return tf.mean<tf.Scalar>(tf.squaredDifference(view, this.#wanted[k]));
          },
          false,
          [this.#place],
        );
      }
      optimizer.dispose();
      seen.dispose();
    }
  }

  dispose(): void {
    tf.dispose([this.#place, this.#first, this.#changes, ...this.#wanted]);
  }
}

/** An image [1,H,W,C] halved so many times: a crop of the whole of it, each point between four pixels. */
function halve(image: tf.Tensor4D, times: number): tf.Tensor4D {
  if (times === 0) return image;
  const [, height, width] = image.shape;
  const half = crop(image, [[-1, -1, 1, 1]], [Math.ceil(height / 2), Math.ceil(width / 2)]);
  return halve(half, times - 1);
}
