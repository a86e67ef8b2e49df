import { affineSample, thetaFromPixels } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { DIGIT_SIDE } from './read-digits.js';

/** A way to distort digits, and the canvas that they come to lie on. */
export interface DistortedSet {
  /** The side of a canvas, in pixels. */
  readonly side: number;
  /** Digits are turned by up to so many degrees either way. */
  readonly degrees: number;
  /** How much larger a digit may become, from and to. Smaller than its canvas, it also lies anywhere on it. */
  readonly scales: readonly [number, number];
}

/** The sets by their usual names: rotated; rotated, translated and scaled. */
export const SETS = {
  R: { side: 28, degrees: 90, scales: [1, 1] },
  RTS: { side: 42, degrees: 45, scales: [0.7, 1.2] },
} as const satisfies Record<string, DistortedSet>;

/** The name of a set. */
export type SetName = keyof typeof SETS;

/** Their names; the one with more to do comes first. */
export const SET_NAMES: readonly SetName[] = ['RTS', 'R'];

/** How a digit lies: the 2 × 3 matrix, row by row, that maps its pixels (x, y) to those of its canvas. */
export type Placement = readonly number[];

/** Draws how a digit of this set lies. */
export function drawPlacement({ side, degrees, scales }: DistortedSet, random: RandomGenerator): Placement {
  const between = (low: number, high: number): number => low + (high - low) * uniformFloat32(random);
  const angle = (between(-degrees, degrees) * Math.PI) / 180;
  const scale = between(...scales);
  // The image of the digit, before it is turned, stays on the canvas as a whole.
  const room = (side - DIGIT_SIDE * scale) / 2;
  const [cos, sin] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  const [from, to] = [(DIGIT_SIDE - 1) / 2, (side - 1) / 2];
  const [x, y] = [to + between(-room, room), to + between(-room, room)];
  return [cos, -sin, x - (cos - sin) * from, sin, cos, y - (sin + cos) * from];
}

/**
 * Canvases [N,side,side,1] with the digits `imageIndex` of `images` on them, placed as said. Drawing is cropping: a canvas is a crop
 * of a digit's image, and mostly of what is outside of it.
 */
export function drawCanvases(
  { side }: DistortedSet,
  images: tf.Tensor4D,
  imageIndex: readonly number[],
  placements: readonly Placement[],
): tf.Tensor4D {
  return tf.tidy(() => {
    const sizes = [
      [DIGIT_SIDE, DIGIT_SIDE],
      [side, side],
    ] as const;
    const matrices = tf.tensor3d(placements.flat(), [placements.length, 2, 3]);
    const theta = thetaFromPixels(matrices, ...sizes, { maps: 'imageToCrop' });
    return affineSample(images, theta, [side, side], { imageIndex });
  });
}
