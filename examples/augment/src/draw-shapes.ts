import { boxesFromPixels } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Sample } from './batch.js';

/** Height and width of a picture, in pixels. */
export const PICTURE_SIZE = [96, 128] as const;

/** Whether a shape of radius 1 around (0, 0) covers (x, y), by label; 0 is the background. */
const COVERS: readonly ((x: number, y: number) => boolean)[] = [
  () => false,
  (x, y) => x * x + y * y < 1,
  (x, y) => Math.max(Math.abs(x), Math.abs(y)) < 0.85,
  (x, y) => y < 0.8 && y > 2 * Math.abs(x) - 0.9,
];
const PAPER = [0.9, 0.88, 0.82];

/** Pictures of two shapes each, one after the other, always the same ones for a seed. */
export function shapes(count: number, seed: number): tf.data.Dataset<Sample> {
  return tf.data.generator(function* () {
    // Begun again with every pass.
    const random = xoroshiro128plus(seed);
    for (let n = 0; n < count; n++) yield drawSample(random);
  });
}

function drawSample(random: RandomGenerator): Sample {
  const [height, width] = PICTURE_SIZE;
  const between = (low: number, high: number) => low + (high - low) * uniformFloat32(random);
  const image = Float32Array.from({ length: height * width * 3 }, (_, k) => PAPER[k % 3] - between(0, 0.06));
  const mask = new Int32Array(height * width);
  // One in each half.
  const drawn = [0.25, 0.75].map((middle) => {
    const label = uniformInt(random, 1, COVERS.length - 1);
    const radius = between(13, 20);
    const [cx, cy] = [middle * width + between(-9, 9), between(radius, height - radius)];
    const colour = [0, 1, 2].map(() => between(0.05, 0.7));
    const box = [width, height, 0, 0];
    for (let at = 0; at < mask.length; at++) {
      const [x, y] = [at % width, Math.floor(at / width)];
      if (!COVERS[label]((x + 0.5 - cx) / radius, (y + 0.5 - cy) / radius)) continue;
      mask[at] = label;
      image.set(colour, 3 * at);
      box.splice(0, 4, Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x + 1), Math.max(box[3], y + 1));
    }
    return { label, box, point: [(2 * cx) / width - 1, (2 * cy) / height - 1] };
  });
  return {
    image: tf.tensor3d(image, [height, width, 3]),
    mask: tf.tensor3d(mask, [height, width, 1]),
    boxes: boxesFromPixels(
      drawn.map(({ box }) => box),
      PICTURE_SIZE,
    ),
    points: tf.tensor2d(drawn.map(({ point }) => point)),
    labels: tf.tensor1d(
      drawn.map(({ label }) => label),
      'int32',
    ),
  };
}
