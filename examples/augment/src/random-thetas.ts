import { rotatedBoxToTheta } from '@cropgrad/core';
import type * as tf from '@tensorflow/tfjs';
import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** The size of a crop, as a part of its picture along each axis. */
const SCALES = [0.6, 1] as const;
const MOST_DEGREES = 25;

/**
 * Random crops of pictures of a size [H,W]. Half of them are mirrored, and all are rotated. Gives the maps [N,2,3] from each crop to
 * its picture. One box does all three: a box of negative width mirrors.
 */
export function randomThetas(count: number, random: RandomGenerator, imageSize: readonly number[]): tf.Tensor3D {
  const between = (low: number, high: number) => low + (high - low) * uniformFloat32(random);
  const boxes = Array.from({ length: count }, () => {
    const scale = between(...SCALES);
    const [cx, cy] = [between(scale - 1, 1 - scale), between(scale - 1, 1 - scale)];
    const side = between(0, 1) < 0.5 ? -1 : 1;
    const angle = (between(-MOST_DEGREES, MOST_DEGREES) * Math.PI) / 180;
    return [cx, cy, side * 2 * scale, 2 * scale, angle];
  });
  return rotatedBoxToTheta(boxes, imageSize);
}
