import { affineSample, rotatedBoxToTheta } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { GLYPH_SIZE, GLYPHS, glyphs } from './font.js';

/** The side of a picture, in pixels. */
export const SIDE = 16;

/** How many pixels of a picture one pixel of the font may cover, along each axis. */
const SCALES = [1, 1.4] as const;
const MOST_DEGREES = 30;

/** Pictures of one digit each. */
export interface Digits {
  /** [N,16,16,1], 0 where there is paper, 1 where there is ink. */
  images: tf.Tensor4D;
  /** [N,10], 1 at the digit that it is. */
  labels: tf.Tensor2D;
}

/**
 * Draws random digits: each larger or smaller, turned by up to 30° and anywhere on the picture, as a whole.
 * Drawing is cropping: a picture is what one sees of the small digit through a larger box, which is turned and off centre.
 */
export function drawDigits(count: number, random: RandomGenerator): Digits {
  const between = (low: number, high: number): number => low + (high - low) * uniformFloat32(random);
  const [height, width] = GLYPH_SIZE;
  const digits: number[] = [];
  const boxes: number[][] = [];
  for (let n = 0; n < count; n++) {
    const scale = between(...SCALES);
    const angle = (between(-MOST_DEGREES, MOST_DEGREES) * Math.PI) / 180;
    // However it is turned, a digit reaches no further than half its diagonal.
    const room = SIDE / 2 - (scale * Math.hypot(height, width)) / 2;
    const [x, y] = [between(-room, room), between(-room, room)];
    // Seen from the digit, the picture is larger, turned, and its centre lies the other way; in units of half a digit.
    const [cos, sin] = [Math.cos(angle) / scale, Math.sin(angle) / scale];
    const centre = [-(x * cos + y * sin) / (width / 2), (x * sin - y * cos) / (height / 2)];
    boxes.push([...centre, SIDE / scale / (width / 2), SIDE / scale / (height / 2), angle]);
    digits.push(uniformInt(random, 0, GLYPHS - 1));
  }
  return tf.tidy(() => {
    const font = tf.tensor4d(glyphs(), [GLYPHS, height, width, 1]);
    const theta = rotatedBoxToTheta(boxes, GLYPH_SIZE);
    const images = affineSample(font, theta, [SIDE, SIDE], { imageIndex: digits });
    return { images, labels: tf.oneHot(tf.tensor1d(digits, 'int32'), GLYPHS).as2D(count, GLYPHS) };
  });
}
