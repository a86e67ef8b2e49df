import type * as tf from '@tensorflow/tfjs';

/** One picture, and what is known about it. Coordinates are in [-1, 1], as everywhere in cropgrad. */
export type Sample = {
  /** [H,W,3], float32 from 0 to 1. */
  image: tf.Tensor3D;
  /** [H,W,1], int32: the label of what each pixel shows, 0 for the background. */
  mask: tf.Tensor3D;
  /** [B,4] = (x, y, x2, y2), around each of B things. */
  boxes: tf.Tensor2D;
  /** [B,2] = (x, y), the middle of each. */
  points: tf.Tensor2D;
  /** [B], int32: what each is. */
  labels: tf.Tensor1D;
};

/** N samples: what `dataset.batch(N)` makes of them. */
export type Batch = {
  /** [N,H,W,3]. */
  image: tf.Tensor4D;
  /** [N,H,W,1], int32. */
  mask: tf.Tensor4D;
  /** [N,B,4]. */
  boxes: tf.Tensor3D;
  /** [N,B,2]. */
  points: tf.Tensor3D;
  /** [N,B], int32. */
  labels: tf.Tensor2D;
};

/** A batch that was augmented. */
export type AugmentedBatch = Batch & {
  /** [N,B], from 0 to 1: the part of each box that is still in the picture. */
  visible: tf.Tensor2D;
};
