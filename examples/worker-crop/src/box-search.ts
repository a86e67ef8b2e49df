import { boxesFromPixels, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import type { Box } from './protocol.ts';

/** One stage of a search, from coarse to fine: crops are `side` pixels wide and high, of a photo that is halved so often. */
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
 * Looks for the place in a photo where a target was cut from, by gradient descent on the four numbers of a box, from
 * blurred pictures, which pull from far away, to sharp ones. It is a local search.
 */
export class BoxSearch {
  /** Where the search is, (x, y, x2, y2) in [-1, 1]: [1,4], to be disposed by whoever began the search. */
  readonly box: tf.Variable<tf.Rank.R2>;
  readonly #photo: tf.Tensor4D;
  readonly #target: tf.Tensor4D;

  /** Photo [1,H,W,3] and target [1,h,w,3] stay the caller's. `from` is in pixels of the photo. */
  constructor(photo: tf.Tensor4D, target: tf.Tensor4D, from: Box) {
    this.#photo = photo;
    this.#target = target;
    const [, height, width] = photo.shape;
    this.box = tf.tidy(() => tf.variable(boxesFromPixels([[...from]], [height, width])));
  }

  /** Takes step after step, and gives the box after each. */
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

/** The whole of an image [1,H,W,3], `height` and `width` pixels large. */
function shrunk(image: tf.Tensor4D, height: number, width: number): tf.Tensor4D {
  return crop(image, [[-1, -1, 1, 1]], [height, width], { antialias: true });
}
