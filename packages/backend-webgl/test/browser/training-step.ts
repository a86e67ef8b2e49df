import { affineSample, crop, gridSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';

/** What says where to sample in a training step. */
export const POINT_KINDS = ['boxes', 'theta', 'grid'] as const;

/** A step of training that needs the gradients by the image and by the points, with a convolution before and after. */
export function trainingStep(kind: (typeof POINT_KINDS)[number]): {
  /** Gives the loss before the step, if that is asked for. */ step: (returnsLoss?: boolean) => tf.Scalar | null;
  dispose: () => void;
} {
  const image = tf.variable(tf.randomUniform<tf.Rank.R4>([2, 24, 20, 3], -1, 1, 'float32', 1));
  const filter = tf.variable(tf.randomUniform<tf.Rank.R4>([3, 3, 3, 3], -1, 1, 'float32', 2));
  const points = tf.variable(
    kind === 'boxes'
      ? tf.tensor2d([
          [-0.6, -0.4, 0.6, 0.4],
          [-0.2, -0.9, 0.7, 0.1],
        ])
      : kind === 'theta'
        ? tf.tensor3d([
            [
              [0.6, 0.1, 0],
              [-0.1, 0.5, 0.2],
            ],
            [
              [0.3, 0, 0.1],
              [0.2, 0.7, 0],
            ],
          ])
        : tf.randomUniform([2, 8, 8, 2], -1.2, 1.2, 'float32', 3),
  );
  const sample = (x: tf.Tensor4D): tf.Tensor4D => {
    if (kind === 'boxes') return crop(x, points as tf.Tensor2D, [8, 8]);
    return kind === 'theta' ? affineSample(x, points as tf.Tensor3D, [8, 8]) : gridSample(x, points as tf.Tensor4D);
  };
  const optimizer = tf.train.sgd(0.0003);
  return {
    step: (returnsLoss = false) =>
      optimizer.minimize(() => {
        const crops = sample(tf.conv2d(image, filter, 1, 'same'));
        return tf.mean(tf.square(tf.sub(tf.conv2d(crops, filter, 1, 'same'), 1)));
      }, returnsLoss),
    dispose: () => {
      tf.dispose([image, filter, points]);
      optimizer.dispose();
    },
  };
}
