import { affineSample } from '@cropgrad/core';
import type * as tf from '@tensorflow/tfjs';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { AugmentedBatch, Batch } from './batch.js';
import { carryBoxes, carryPoints } from './carry.js';
import { randomThetas } from './random-thetas.js';

/** Height and width of what comes out, in pixels. */
export const CROP_SIZE = [72, 96] as const;

/**
 * Batches as they come, augmented: each pass over them is another one, and all of them are the same ones for a seed.
 * `dataset.map` frees all that is not given back.
 */
export function augmented(batches: tf.data.Dataset<Batch>, seed: number): tf.data.Dataset<AugmentedBatch> {
  const random = xoroshiro128plus(seed);
  return batches.map((batch) => {
    const [count, height, width] = batch.image.shape;
    return augmentBatch(batch, randomThetas(count, random, [height, width]));
  });
}

/** A batch through theta [N,2,3]: all images in one call, and all that belongs to them through the same theta. */
export function augmentBatch(batch: Batch, theta: tf.Tensor3D): AugmentedBatch {
  return {
    // What is outside of a picture is grey, and has no label.
    image: affineSample(batch.image, theta, CROP_SIZE, { fillValue: 0.5 }),
    mask: affineSample(batch.mask, theta, CROP_SIZE, { mode: 'nearest' }),
    ...carryBoxes(theta, batch.boxes),
    points: carryPoints(theta, batch.points),
    labels: batch.labels,
  };
}
