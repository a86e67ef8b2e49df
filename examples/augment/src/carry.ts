import { invertTheta, transformPoints } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';

/** Where points [N,P,2] of pictures are in the crops that theta [N,2,3] makes of them. */
export function carryPoints(theta: tf.Tensor3D, points: tf.Tensor3D): tf.Tensor3D {
  // Theta leads from the crop to the picture, and this is the way back.
  return tf.tidy(() => transformPoints(invertTheta(theta), points));
}

/** Boxes in crops, and how much of each there is. */
export interface CarriedBoxes {
  /** [N,B,4], cut off where the crop ends. */
  boxes: tf.Tensor3D;
  /** [N,B]: the part of each box's area that is inside, 0 for a box that is gone. */
  visible: tf.Tensor2D;
}

/**
 * Where boxes [N,B,4] of pictures are in the crops that theta [N,2,3] makes of them. What is turned is no longer upright:
 * the upright box around its four corners has all of it, and some more.
 */
export function carryBoxes(theta: tf.Tensor3D, boxes: tf.Tensor3D): CarriedBoxes {
  return tf.tidy(() => {
    const [pictures, count] = boxes.shape;
    const [x, y, x2, y2] = tf.split(boxes, 4, 2);
    const corners = tf.concat([x, y, x2, y, x2, y2, x, y2], 2);
    const carried = tf.reshape(carryPoints(theta, tf.reshape(corners, [pictures, 4 * count, 2])), [
      pictures,
      count,
      4,
      2,
    ]);
    const around = tf.concat<tf.Tensor3D>([tf.min(carried, 2), tf.max(carried, 2)], 2);
    const inside = tf.clipByValue(around, -1, 1);
    return { boxes: inside, visible: tf.divNoNan<tf.Tensor2D>(areaOf(inside), areaOf(around)) };
  });
}

function areaOf(boxes: tf.Tensor3D): tf.Tensor {
  const [x, y, x2, y2] = tf.unstack(boxes, 2);
  return tf.mul(tf.sub(x2, x), tf.sub(y2, y));
}
