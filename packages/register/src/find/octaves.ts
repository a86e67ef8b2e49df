import { affineSample } from '@cropgrad/core';
import { concat, gather, type Tensor4D, tensor3d, tidy } from '@tensorflow/tfjs-core';
import { type Place, sizeOfPlace, thetaOfPlace } from './place.js';
import { FILTERED, resized } from './resized.js';

/**
 * A grey photo [1,H,W,1] and its halvings, from which places are cut at any pixel size for about the same cost.
 *
 * An antialiased crop reads all the pixels that each of its own covers. Cut from the octave where these are two to four across, it reads
 * few, and the blur that the halvings add is small beside its own.
 */
export class Octaves {
  /** [H,W] of the photo. */
  readonly size: readonly [height: number, width: number];
  /** How often the first of the levels is halved. */
  readonly #first: number;
  readonly #levels: Tensor4D[] = [];

  /**
   * Takes the photo over. No pixel that is cut will be smaller than `finest` photo pixels: so a large photo is not kept where only
   * its halvings are needed.
   */
  constructor(photo: Tensor4D, finest: number) {
    const [, height, width] = photo.shape;
    this.size = [height, width];
    this.#first = octaveFor(finest);
    let level = photo;
    try {
      for (let octave = 0; ; octave++) {
        if (octave >= this.#first) this.#levels.push(level);
        const [, rows, columns] = level.shape;
        if (octave >= this.#first && Math.min(rows, columns) < 2 * SMALLEST) break;
        const half = resized(level, [Math.ceil(rows / 2), Math.ceil(columns / 2)]);
        if (octave < this.#first) level.dispose();
        level = half;
      }
    } catch (error) {
      level.dispose();
      this.dispose();
      throw error;
    }
  }

  /** What lies at each place, as [N,h,w,1]: one call for all places of one octave. */
  cut(places: readonly Place[], size: readonly [height: number, width: number]): Tensor4D {
    return tidy(() => {
      const levels = places.map((place) => this.#levelFor(place, size));
      const order = [...places.keys()].sort((i, j) => levels[i] - levels[j]);
      const parts = [...new Set(order.map((i) => levels[i]))].map((level) => {
        const members = order.filter((i) => levels[i] === level);
        const thetas = Float32Array.from(members.flatMap((i) => thetaOfPlace(places[i], this.size)));
        return affineSample(this.#levels[level], tensor3d(thetas, [members.length, 2, 3]), size, FILTERED);
      });
      if (parts.length === 1) return parts[0];
      const back = new Int32Array(places.length);
      for (const [at, i] of order.entries()) back[i] = at;
      return gather(concat(parts), back);
    });
  }

  /** Frees the photo and its halvings. */
  dispose(): void {
    for (const level of this.#levels) level.dispose();
  }

  /** Which of the levels a place is cut from. */
  #levelFor(place: Place, [height, width]: readonly number[]): number {
    const [wide, high] = sizeOfPlace(place);
    const octave = octaveFor(Math.min(wide / width, high / height));
    return Math.min(Math.max(octave - this.#first, 0), this.#levels.length - 1);
  }
}

/** The coarsest octave in which so many photo pixels are at least two across, or the photo itself. */
function octaveFor(pixel: number): number {
  return Math.max(Math.floor(Math.log2(pixel / 2)), 0);
}

/** No level has a shorter side than this: a place that needs one covers far more than the photo. */
const SMALLEST = 16;
