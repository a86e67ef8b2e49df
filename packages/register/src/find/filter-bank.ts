import { affineSample } from '@cropgrad/core';
import { type Tensor4D, tensor3d, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { sizeAtSide } from './at-side.js';
import { placeAt, thetaOfPlace } from './place.js';
import { FILTERED } from './resized.js';

/** The thumbnail, small and turned by each of some angles, as filters of `conv2d`. */
export interface FilterBank {
  /** [h,w] of the small thumbnail. */
  size: readonly [height: number, width: number];
  /** By how much each is turned. */
  angles: readonly number[];
  /** [h,w,1,A+1]: a filter for each angle, of mean 0 and norm 1 where the mask is 1 and 0 elsewhere; and the mask. */
  filters: Tensor4D;
  /** [h,w,1,1]: 1 where every one of the turned thumbnails has something to show. */
  mask: Tensor4D;
  /** How many pixels the mask has. */
  count: number;
}

/**
 * Makes a {@link FilterBank} of a grey thumbnail [1,H,W,1]: `side` is the root of a filter's area. One mask for all
 * angles, as then the photo's own mean and variance need computing once, not once an angle.
 */
export async function filterBank(thumbnail: Tensor4D, side: number, angles: readonly number[]): Promise<FilterBank> {
  const [, height, width] = thumbnail.shape;
  const size = sizeAtSide([height, width], side);
  const turned = tidy(() => {
    // What turns the crop one way turns what is seen in it the other way.
    const thetas = angles.flatMap((angle) =>
      thetaOfPlace(placeAt(width / 2, height / 2, width, height, -angle), [height, width]),
    );
    const theta = tensor3d(Float32Array.from(thetas), [angles.length, 2, 3]);
    return affineSample(thumbnail, theta, size, FILTERED);
  });
  try {
    return normalised(await turned.data(), size, angles);
  } finally {
    turned.dispose();
  }
}

function normalised(turned: ArrayLike<number>, size: FilterBank['size'], angles: readonly number[]): FilterBank {
  const pixels = size[0] * size[1];
  const mask = sharedMask(size, angles);
  const count = mask.reduce((sum, weight) => sum + weight, 0);
  const filters = new Float32Array(pixels * (angles.length + 1));
  for (const a of angles.keys()) {
    let mean = 0;
    for (let p = 0; p < pixels; p++) mean += (mask[p] * turned[a * pixels + p]) / count;
    let energy = 0;
    for (let p = 0; p < pixels; p++) energy += mask[p] * (turned[a * pixels + p] - mean) ** 2;
    // A flat thumbnail has a filter of 0, and fits nowhere.
    const scale = energy > 0 ? 1 / Math.sqrt(energy) : 0;
    for (let p = 0; p < pixels; p++) {
      filters[p * (angles.length + 1) + a] = mask[p] * (turned[a * pixels + p] - mean) * scale;
    }
  }
  for (let p = 0; p < pixels; p++) filters[p * (angles.length + 1) + angles.length] = mask[p];
  return {
    size,
    angles,
    filters: tensor4d(filters, [size[0], size[1], 1, angles.length + 1]),
    mask: tensor4d(mask, [size[0], size[1], 1, 1]),
    count,
  };
}

/** 1 for each pixel whose middle lies in the thumbnail, by whichever of the angles that is turned. */
function sharedMask([height, width]: FilterBank['size'], angles: readonly number[]): Float32Array {
  const mask = new Float32Array(height * width);
  for (let p = 0; p < mask.length; p++) {
    const [x, y] = [(p % width) + 0.5 - width / 2, Math.floor(p / width) + 0.5 - height / 2];
    const inside = angles.every((angle) => {
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      return Math.abs(cos * x - sin * y) <= width / 2 && Math.abs(sin * x + cos * y) <= height / 2;
    });
    mask[p] = inside ? 1 : 0;
  }
  return mask;
}
