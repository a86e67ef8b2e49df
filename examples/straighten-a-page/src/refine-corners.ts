import { composeTheta, crop, perspectiveSample, quadToTheta } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';

/** What is looked at, and how large: the page, and as much again around it as makes this factor. */
const AROUND = 1.25;
const SIDE = 64;
/** How often the photo is halved, and how fast the corners move then: ever sharper, and ever slower. */
const LEVELS = [
  { halvings: 3, rate: 0.01 },
  { halvings: 2, rate: 0.005 },
  { halvings: 1, rate: 0.002 },
  { halvings: 0, rate: 0.0005 },
];
const STEPS = 40;

/**
 * Moves the corners of a page, quads [1,4,2], to where paper ends and the desk begins in a photo [1,H,W,1]. From blurred
 * photos to the sharp one: what is blurred pulls from far away, and what is sharp says where exactly.
 */
export function refineCorners(photo: tf.Tensor4D, rough: tf.Tensor3D): tf.Tensor3D {
  return tf.tidy(() => {
    const corners = tf.variable(rough);
    const band = bandOfMargin();
    for (const { halvings, rate } of LEVELS) {
      const seen = halve(photo, halvings);
      const adam = tf.train.adam(rate);
      for (let step = 0; step < STEPS; step++) {
        adam.minimize(() => unlikeness(seen, corners, band), false, [corners]);
      }
      adam.dispose();
    }
    const refined = corners.clone();
    // A tidy keeps variables.
    corners.dispose();
    return refined;
  });
}

/** How far the page's margin, and what is around it, are from white and dark: 0 where the corners are right. */
function unlikeness(photo: tf.Tensor4D, corners: tf.Tensor3D, { isPaper, counts }: Band): tf.Scalar {
  const theta = composeTheta(quadToTheta(corners), [
    [
      [AROUND, 0, 0],
      [0, AROUND, 0],
    ],
  ]);
  const seen = perspectiveSample(photo, theta, [SIDE, SIDE], { paddingMode: 'border' });
  return tf.sum(tf.mul(tf.squaredDifference(seen, isPaper), counts)).asScalar();
}

interface Band {
  /** Bright for paper, dark for the desk, and between them in pixels that both share. */
  readonly isPaper: tf.Tensor;
  /** Weights that sum to 1: the margin and what is around the page count, print does not. */
  readonly counts: tf.Tensor;
}

function bandOfMargin(): Band {
  const far = Array.from({ length: SIDE * SIDE }, (_, at) => {
    const [v, u] = [Math.floor(at / SIDE), at % SIDE].map((k) => AROUND * ((2 * k + 1) / SIDE - 1));
    return Math.max(Math.abs(u), Math.abs(v));
  });
  const pixel = (2 * AROUND) / SIDE;
  const shape: [number, number, number, number] = [1, SIDE, SIDE, 1];
  const paper = far.map((d) => 0.2 + 0.65 * Math.min(Math.max((1 - d) / pixel + 0.5, 0), 1));
  const counts = far.map((d) => Number(d > 0.75));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return { isPaper: tf.tensor4d(paper, shape), counts: tf.div(tf.tensor4d(counts, shape), total) };
}

function halve(image: tf.Tensor4D, times: number): tf.Tensor4D {
  if (times === 0) return image;
  const [, height, width] = image.shape;
  return halve(crop(image, [[-1, -1, 1, 1]], [Math.ceil(height / 2), Math.ceil(width / 2)]), times - 1);
}
