import {
  concat,
  matMul,
  max,
  reshape,
  slice,
  type Tensor1D,
  type Tensor2D,
  tidy,
  transpose,
} from '@tensorflow/tfjs-core';
import type { Grey } from '../images/read-grey.js';
import { describePhoto, describeThumbnail } from './descriptors.js';

/** A thumbnail has so many descriptors. */
const SHIFTS = 4;
/** So many thumbnails are compared with a photo at once: a product takes 35 MB. */
const BLOCK = 256;

/** Thumbnails as they are compared with photos; null is one that cannot be read. */
export class ThumbnailIndex {
  readonly #rows: Tensor2D | null;
  /** Which of the thumbnails the rows are of. */
  readonly #places: readonly number[];
  readonly #count: number;

  constructor(thumbnails: readonly (Grey | null)[]) {
    this.#count = thumbnails.length;
    const read = [...thumbnails.entries()].flatMap(([k, grey]) => (grey ? [{ k, grey }] : []));
    this.#places = read.map(({ k }) => k);
    this.#rows = read.length === 0 ? null : tidy(() => concat(read.map(({ grey }) => describeThumbnail(grey))));
  }

  /**
   * How alike each thumbnail is to that square of a photo which is most like it: -1 to 1. One that cannot be read is at
   * -1.
   */
  async rank(photo: Grey): Promise<Float32Array> {
    const scores = new Float32Array(this.#count).fill(-1);
    const rows = this.#rows;
    if (rows === null) return scores;
    const best = tidy(() => {
      // tfjs's wasm backend multiplies by a matrix that it is told to transpose seven times as slowly.
      const squares = transpose(describePhoto(photo));
      const blocks: Tensor1D[] = [];
      for (let at = 0; at < this.#places.length; at += BLOCK) {
        const count = Math.min(BLOCK, this.#places.length - at);
        const some = slice(rows, [SHIFTS * at, 0], [SHIFTS * count, -1]);
        blocks.push(max(reshape(max(matMul(some, squares), 1), [count, SHIFTS]), 1));
      }
      return concat(blocks);
    });
    const values = await best.data().finally(() => best.dispose());
    for (const [i, k] of this.#places.entries()) scores[k] = values[i];
    return scores;
  }

  dispose(): void {
    this.#rows?.dispose();
  }
}
