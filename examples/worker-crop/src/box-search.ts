import { boxesFromPixels, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import type { Box } from './protocol.ts';

/** One stage of a search, from coarse to fine: crops of `side` × `side` pixels, from a photo halved `halvings` times. */
interface Stage {
  side: number;
  halvings: number;
  rate: number;
}

const STAGES: readonly Stage[] = [
  { side: 6, halvings: 4, rate: 0.02 },
  { side: 12, halvings: 3, rate: 0.01 },
  { side: 24, halvings: 2, rate: 0.005 },
  { side: 48, halvings: 1, rate: 0.002 },
];
const STEPS_PER_STAGE = 40;

/**
 * Finds where in a photo a target was cut from, by gradient descent on the four numbers of a box. It starts with blurred
 * pictures, which pull from far away, and ends with sharp ones. It is a local search.
 */
export class BoxSearch {
  /** The box now, (x, y, x2, y2) in [-1, 1]: [1,4]. The caller disposes it. */
  readonly box: tf.Variable<tf.Rank.R2>;
  readonly #photo: tf.Tensor4D;
  readonly #target: tf.Tensor4D;

  /** The caller disposes photo [1,H,W,3] and target [1,h,w,3]. `from` is in pixels of the photo. */
  constructor(photo: tf.Tensor4D, target: tf.Tensor4D, from: Box) {
    this.#photo = photo;
    this.#target = target;
    const [, height, width] = photo.shape;
    this.box = tf.tidy(() => tf.variable(boxesFromPixels([[...from]], [height, width])));
  }

  /** Gives the box after each step. */
  *steps(): Generator<tf.Tensor2D> {
    for (const { side, halvings, rate } of STAGES) {
      const [, height, width] = this.#photo.shape;
      const seen = shrunk(this.#photo, Math.ceil(height / 2 ** halvings), Math.ceil(width / 2 ** halvings));
      const wanted = shrunk(this.#target, side, side);
      const adam = tf.train.adam(rate, 0.7);
      try {
        for (let step = 0; step < STEPS_PER_STAGE; step++) {
          const loss = () => tf.losses.meanSquaredError(wanted, crop(seen, this.box, [side, side])).asScalar();
          adam.minimize(loss, false, [this.box]);
          yield this.box;
        }
      } finally {
        adam.dispose();
        tf.dispose([seen, wanted]);
      }
    }
  }
}

/** A whole image [1,H,W,3], resized to `height` × `width` pixels. */
function shrunk(image: tf.Tensor4D, height: number, width: number): tf.Tensor4D {
  return crop(image, [[-1, -1, 1, 1]], [height, width], { antialias: true });
}
