import { boxesFromPixels, crop, type Size2D } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import type { Box } from './box.js';
import { halve, soften } from './pyramid.js';

/** What a search did: the box before the first step and after each one, and the loss that each step saw. */
export interface SearchResult {
  path: Box[];
  losses: number[];
}

/** One stage of the search, from coarse to fine. */
interface Level {
  /** How often the photo and the target are halved: what is left of them is what this level can see. */
  photoHalvings: number;
  targetHalvings: number;
  /** How far one step moves the box, in the box's own normalised units. */
  stepLength: number;
  /** The coarsest levels only slide the box: seen blurred, almost anything matches once it may also shrink. */
  slideOnly: boolean;
}

const STEPS_PER_LEVEL = 60;
const SLIDING_LEVELS = 2;

/**
 * Finds where in `photo` [1,H,W,C] the crop `target` [1,h,w,C] was taken, by gradient descent on the box from `start`.
 *
 * The loss is the mean squared difference between the target and what `crop` cuts out now; its gradient reaches the box
 * through `crop`. Sharp pictures match only where they almost lie on each other, so the search begins on blurred ones,
 * which pull from far away, and sharpens them level by level. `onStep` hears how far it is, and the loss.
 */
export async function search(
  photo: tf.Tensor4D,
  target: tf.Tensor4D,
  start: Box,
  onStep: (done: number, total: number, loss: number) => void,
): Promise<SearchResult> {
  const [, height, width] = photo.shape;
  const size: Size2D = [target.shape[1], target.shape[2]];
  const from = boxesFromPixels([[...start]], [height, width]);
  const [x, y, x2, y2] = await from.data();
  from.dispose();

  // The four numbers that are learned: the box's centre, and how far it reaches from there to either side.
  const centre = tf.variable(tf.tensor2d([[(x + x2) / 2, (y + y2) / 2]]));
  const reach = tf.variable(tf.tensor2d([[(x2 - x) / 2, (y2 - y) / 2]]));
  const box = () => tf.concat2d([tf.sub(centre, reach), tf.add(centre, reach)], 1);

  const levels = planLevels(start, size, (x2 - x + y2 - y) / 2);
  const path: Box[] = [start];
  const losses: number[] = [];

  for (const { photoHalvings, targetHalvings, stepLength, slideOnly } of levels) {
    const optimizer = tf.train.adam(stepLength);
    // Halved 0 times, the photo is itself: a clone of it can be freed.
    const seen = tf.tidy(() => tf.clone(halve(photo, photoHalvings)));
    const wanted = tf.tidy(() => soften(target, targetHalvings));
    const loss = () => {
      const found = crop(seen, box(), size, { paddingMode: 'border', antialias: true });
      return tf.mean<tf.Scalar>(tf.squaredDifference(found, wanted));
    };
    for (let step = 0; step < STEPS_PER_LEVEL; step++) {
      const [value, moved] = tf.tidy(() => {
        const { value, grads } = tf.variableGrads(loss, slideOnly ? [centre] : [centre, reach]);
        optimizer.applyGradients(Object.entries(grads).map(([name, tensor]) => ({ name, tensor })));
        return [value, box()];
      });
      losses.push((await value.data())[0]);
      path.push(inPixels(await moved.data(), height, width));
      tf.dispose([value, moved]);
      onStep(losses.length, levels.length * STEPS_PER_LEVEL, losses[losses.length - 1]);
    }
    tf.dispose([seen, wanted]);
    optimizer.dispose();
  }
  tf.dispose([centre, reach]);
  return { path, losses };
}

/**
 * From a target of about 2 pixels a side to the whole one, and on until the photo is seen whole too. `side` is the
 * start box's, normalised. A pixel of the photo and one of the target then show about the same patch at every level.
 */
function planLevels([x, y, x2, y2]: Box, [h, w]: Size2D, side: number): Level[] {
  const zoom = Math.round(Math.log2(Math.sqrt(((x2 - x) * (y2 - y)) / (h * w))));
  const coarsest = Math.max(0, Math.round(Math.log2(Math.min(h, w))) - 1);
  const finest = Math.min(0, -zoom);
  return Array.from({ length: coarsest - finest + 1 }, (_, i) => {
    const level = coarsest - i;
    const pixel = (side * 2 ** level) / Math.sqrt(h * w);
    return {
      photoHalvings: Math.max(0, level + zoom),
      targetHalvings: Math.max(0, level),
      stepLength: pixel / 16,
      slideOnly: i < SLIDING_LEVELS,
    };
  });
}

/** The inverse of `boxesFromPixels`, for one box. */
function inPixels([x, y, x2, y2]: ArrayLike<number> & Iterable<number>, height: number, width: number): Box {
  return [((x + 1) * width) / 2, ((y + 1) * height) / 2, ((x2 + 1) * width) / 2, ((y2 + 1) * height) / 2];
}
