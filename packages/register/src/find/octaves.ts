import { affineSample } from '@cropgrad/core';
import { concat, gather, type Tensor4D, tensor3d, tidy } from '@tensorflow/tfjs-core';
import { type Place, sizeOfPlace, thetaOfPlace } from './place.js';

/**
 * A grey photo [1,H,W,1] and its halvings, from which places are cut at any pixel size for about the same cost.
 *
 * An antialiased crop reads all the pixels that each of its own covers. Cut from the octave where these are two to four across, it reads
 * few, and the blur that the halvings add is small beside its own.
 */
export class Octaves {
  /** [H,W] of the photo. */
  readonly size: readonly [height: number, width: number];
  readonly #levels: Tensor4D[];

  constructor(photo: Tensor4D) {
    const [, height, width] = photo.shape;
    this.size = [height, width];
    this.#levels = [photo];
    try {
      for (let level = photo; Math.min(level.shape[1], level.shape[2]) >= 2 * SMALLEST; ) {
        level = affineSample(level, IDENTITY, [Math.ceil(level.shape[1] / 2), Math.ceil(level.shape[2] / 2)], FILTERED);
        this.#levels.push(level);
      }
    } catch (error) {
      this.dispose();
      throw error;
    }
  }

  /** What lies at each place, as [N,h,w,1]: one call for all places of one octave. */
  cut(places: readonly Place[], size: readonly [height: number, width: number]): Tensor4D {
    return tidy(() => {
      const octaves = places.map((place) => this.#octaveFor(place, size));
      const order = [...places.keys()].sort((i, j) => octaves[i] - octaves[j]);
      const parts = [...new Set(order.map((i) => octaves[i]))].map((octave) => {
        const members = order.filter((i) => octaves[i] === octave);
        const thetas = Float32Array.from(members.flatMap((i) => thetaOfPlace(places[i], this.size)));
        return affineSample(this.#levels[octave], tensor3d(thetas, [members.length, 2, 3]), size, FILTERED);
      });
      if (parts.length === 1) return parts[0];
      const back = new Int32Array(places.length);
      for (const [at, i] of order.entries()) back[i] = at;
      return gather(concat(parts), back);
    });
  }

  /** Frees the halvings, not the photo. */
  dispose(): void {
    for (const level of this.#levels.slice(1)) level.dispose();
  }

  /** The coarsest octave in which a pixel of the cut is at least two across, or the photo itself. */
  #octaveFor(place: Place, [height, width]: readonly number[]): number {
    const [wide, high] = sizeOfPlace(place);
    const octave = Math.floor(Math.log2(Math.min(wide / width, high / height) / 2));
    return Math.min(Math.max(octave, 0), this.#levels.length - 1);
  }
}

/** No level has a shorter side than this: a place that needs one covers far more than the photo. */
const SMALLEST = 16;
const FILTERED = { antialias: true, paddingMode: 'border' } as const;
const IDENTITY = [
  [
    [1, 0, 0],
    [0, 1, 0],
  ],
];
