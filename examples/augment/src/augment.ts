import { affineSample } from '@cropgrad/core';
import type * as tf from '@tensorflow/tfjs';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { AugmentedBatch, Batch } from './batch.js';
import { carryBoxes, carryPoints } from './carry.js';
import { randomThetas } from './random-thetas.js';

/** Height and width of the crops, in pixels. */
export const CROP_SIZE = [72, 96] as const;

/**
 * Augments batches. Each pass differs, and the same seed repeats all passes.
 * `dataset.map` frees all tensors that are not returned.
 */
export function augmented(batches: tf.data.Dataset<Batch>, seed: number): tf.data.Dataset<AugmentedBatch> {
  const random = xoroshiro128plus(seed);
  return batches.map((batch) => {
    const [count, height, width] = batch.image.shape;
    return augmentBatch(batch, randomThetas(count, random, [height, width]));
  });
}

/** A batch through theta [N,2,3]: all images in one call, and their masks, boxes and points through the same theta. */
export function augmentBatch(batch: Batch, theta: tf.Tensor3D): AugmentedBatch {
  return {
    // Outside of a picture, the crop is grey and has no label.
    image: affineSample(batch.image, theta, CROP_SIZE, { fillValue: 0.5 }),
    mask: affineSample(batch.mask, theta, CROP_SIZE, { mode: 'nearest' }),
    ...carryBoxes(theta, batch.boxes),
    points: carryPoints(theta, batch.points),
    labels: batch.labels,
  };
}
