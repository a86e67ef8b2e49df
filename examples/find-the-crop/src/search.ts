import { boxesFromPixels, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import type { Box } from './box.js';
import type { Photo } from './photo.js';

/** The way a search went: the box and the loss before each step, and after the last. */
export interface Search {
  boxes: Box[];
  losses: number[];
}

/** Coarse to fine: how much of the crop is averaged before it is compared, for how many steps of what length. */
const LEVELS = [
  { share: 1 / 2, steps: 60, rate: 0.03 },
  { share: 1 / 4, steps: 60, rate: 0.02 },
  { share: 1 / 8, steps: 60, rate: 0.01 },
  { share: 1 / 16, steps: 60, rate: 0.005 },
  { share: 0, steps: 80, rate: 0.002 },
];

/** How many steps a search takes. */
export const STEPS: number = LEVELS.reduce((sum, { steps }) => sum + steps, 0);

/**
 * Finds the box whose crop looks like the target, a tensor [1,h,w,3], by gradient descent on the box's four numbers.
 *
 * It never sees the true box. The loss is the mean squared difference between crop and target, both averaged over
 * windows first: over wide windows two crops that hardly overlap still pull each other, over single pixels they must
 * match exactly. `crop` carries the gradient from the pixels to the box; the box is the only variable.
 */
export function findCrop({ image, height, width }: Photo, target: tf.Tensor4D, start: Box, onStep: () => void): Search {
  const [, h, w] = target.shape;
  const box = tf.variable(boxesFromPixels([[...start]], [height, width]));
  const boxes: Box[] = [start];
  const losses: number[] = [];
  for (const { share, steps, rate } of LEVELS) {
    const window = Math.max(1, Math.round(share * Math.min(h, w)));
    const coarse = (x: tf.Tensor4D): tf.Tensor4D => tf.avgPool(x, window, Math.ceil(window / 4), 'valid');
    const coarseTarget = coarse(target);
    const loss = (): tf.Scalar => tf.losses.meanSquaredError(coarseTarget, coarse(crop(image, box, [h, w])));
    const adam = tf.train.adam(rate);
    for (let step = 0; step < steps; step++) {
      losses.push(numberOf(adam.minimize(loss, true, [box])));
      boxes.push(toPixels(box, height, width));
      onStep();
    }
    adam.dispose();
    coarseTarget.dispose();
  }
  losses.push(numberOf(tf.tidy(() => tf.losses.meanSquaredError(target, crop(image, box, [h, w])))));
  box.dispose();
  return { boxes, losses };
}

/** The inverse of `boxesFromPixels`: -1 and 1 are the image's edges. */
function toPixels(box: tf.Tensor, height: number, width: number): Box {
  const [x, y, x2, y2] = box.dataSync();
  return [((x + 1) * width) / 2, ((y + 1) * height) / 2, ((x2 + 1) * width) / 2, ((y2 + 1) * height) / 2];
}

function numberOf(loss: tf.Tensor | null): number {
  if (!loss) throw new Error('the optimizer gave back no loss');
  const [value] = loss.dataSync();
  loss.dispose();
  return value;
}
