import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as tf from '@tensorflow/tfjs';

/** The side of a digit's image, in pixels. */
export const DIGIT_SIDE = 28;

/** Digits as they were scanned, neither turned nor moved. */
export interface Digits {
  /** [N,28,28,1], from 0 where there is paper to 1 where there is ink. */
  images: tf.Tensor4D;
  /** Which digit each image is. */
  labels: readonly number[];
}

/** What is learned from, what decides between learning rates, and what is looked at once at the end. */
export type Part = 'training' | 'validation' | 'test';

/** Where each part of a class begins and ends, as shares of the class. */
const SHARES: Readonly<Record<Part, readonly [number, number]>> = {
  training: [0, 0.7],
  validation: [0.7, 0.8],
  test: [0.8, 1],
};

const folder = join(import.meta.dirname, '../digits');

/**
 * Reads one part of the committed digits. Each class is cut in the order of the file, which is that of MNIST, so that one
 * writer's digits are hardly ever in two parts.
 */
export async function readDigits(part: Part): Promise<Digits> {
  const pixels = await readIdx('images-idx3-ubyte.gz');
  const classes = await readIdx('labels-idx1-ubyte.gz');
  const [from, to] = SHARES[part];
  const chosen: number[] = [];
  for (let digit = 0; digit < 10; digit++) {
    const all = [...classes.keys()].filter((n) => classes[n] === digit);
    chosen.push(...all.slice(Math.floor(from * all.length), Math.floor(to * all.length)));
  }
  const size = DIGIT_SIDE ** 2;
  const values = new Float32Array(chosen.length * size);
  for (const [k, n] of chosen.entries()) {
    for (let i = 0; i < size; i++) values[k * size + i] = pixels[n * size + i] / 255;
  }
  const images = tf.tensor4d(values, [chosen.length, DIGIT_SIDE, DIGIT_SIDE, 1]);
  return { images, labels: chosen.map((n) => classes[n]) };
}

/** The bytes of an IDX file, without its header: four bytes, of which the last is the rank, and four for each axis. */
async function readIdx(name: string): Promise<Uint8Array> {
  const file = gunzipSync(await readFile(join(folder, name)));
  return file.subarray(4 + 4 * file[3]);
}
