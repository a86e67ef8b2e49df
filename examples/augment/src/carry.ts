import { invertTheta, transformPoints } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';

/** Where points [N,P,2] of pictures are in the crops that theta [N,2,3] makes of them. */
export function carryPoints(theta: tf.Tensor3D, points: tf.Tensor3D): tf.Tensor3D {
  // Theta goes from the crop to the picture, and its inverse goes back.
  return tf.tidy(() => transformPoints(invertTheta(theta), points));
}

/** Boxes in crops, and how much of each is visible. */
export interface CarriedBoxes {
  /** [N,B,4], cut off where the crop ends. */
  boxes: tf.Tensor3D;
  /** [N,B]: the part of each box's area that is inside the crop, 0 for a box outside. */
  visible: tf.Tensor2D;
}

/**
 * Where boxes [N,B,4] of pictures are in the crops that theta [N,2,3] makes of them. A rotated box is
 * not upright, so the upright box around its four corners is larger.
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
