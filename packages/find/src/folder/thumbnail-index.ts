import { concat, matMul, max, reshape, type Tensor1D, type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import type { Grey } from '../images/read-grey.js';
import { describePhoto, describeThumbnail } from './descriptors.js';

/** Thumbnails as they are compared with photos: null is one that cannot be read. */
export class ThumbnailIndex {
  readonly #rows: Tensor2D;
  readonly #places: readonly number[];
  readonly #count: number;

  constructor(thumbnails: readonly (Grey | null)[]) {
    this.#count = thumbnails.length;
    const read = [...thumbnails.entries()].flatMap(([k, grey]) => (grey ? [{ k, grey }] : []));
    this.#places = read.map(({ k }) => k);
    this.#rows = tidy(() => concat(read.map(({ grey }) => describeThumbnail(grey))));
  }

  /** How alike each thumbnail is to that square of a photo which is most like it: -1 to 1. One that cannot be read is at -1. */
  async rank(photo: Grey): Promise<Float32Array> {
    const best = tidy(() => {
      const squares = describePhoto(photo);
      const rows = max(matMul(this.#rows, squares, false, true), 1);
      return max(reshape(rows, [-1, SHIFTS]), 1) as Tensor1D;
    });
    const values = await best.data().finally(() => best.dispose());
    const scores = new Float32Array(this.#count).fill(-1);
    for (const [i, k] of this.#places.entries()) scores[k] = values[i];
    return scores;
  }

  dispose(): void {
    this.#rows.dispose();
  }
}

/** A thumbnail has so many descriptors. */
const SHIFTS = 4;
