import '@cropgrad/backend-cpu';
import { rotatedBoxToTheta, transformPoints } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { beforeAll, describe, expect, it } from 'vitest';
import { augmentBatch, augmented, CROP_SIZE } from '../src/augment.js';
import type { AugmentedBatch, Batch } from '../src/batch.js';
import { PICTURE_SIZE, shapes } from '../src/draw-shapes.js';
import { randomThetas } from '../src/random-thetas.js';

const [COUNT, SEED] = [8, 3];
/** The middle of pixel k of a row, in [-1, 1]. */
const middle = (k: number, count: number) => (2 * k + 1) / count - 1;

beforeAll(async () => {
  await tf.setBackend('cpu');
});

function batches(): tf.data.Dataset<Batch> {
  return shapes(COUNT, SEED).batch(COUNT) as tf.data.Dataset<Batch>;
}

async function numbersOf(batch: Batch): Promise<number[][]> {
  const { image, mask, boxes, points, labels } = batch;
  return Promise.all([image, mask, boxes, points, labels].map(async (x: tf.Tensor) => Array.from(await x.data())));
}

/** One batch, what it goes through, and what becomes of it. */
async function oneBatch(): Promise<{ batch: Batch; theta: tf.Tensor3D; after: AugmentedBatch }> {
  const [batch] = await batches().toArray();
  const theta = randomThetas(COUNT, xoroshiro128plus(SEED), PICTURE_SIZE);
  return { batch, theta, after: augmentBatch(batch, theta) };
}

describe('an augmented batch', () => {
  it('shows each shape under its own box, and nothing of it elsewhere', async () => {
    const { after } = await oneBatch();
    const [, mask, boxes, , labels] = await numbersOf(after);
    const [height, width] = CROP_SIZE;
    let [seen, astray] = [0, 0];
    for (const [at, label] of mask.entries()) {
      if (label === 0) continue;
      seen++;
      const picture = Math.floor(at / (height * width));
      const [x, y] = [middle(at % width, width), middle(Math.floor(at / width) % height, height)];
      const isUnder = [2 * picture, 2 * picture + 1].some((thing) => {
        const [left, top, right, bottom] = boxes.slice(4 * thing, 4 * thing + 4);
        // A box and a pixel on its edge are rounded apart, in float32.
        const outside = Math.max(left - x, x - right, top - y, y - bottom);
        return outside < 1e-5 && labels[thing] === label;
      });
      if (!isUnder) astray++;
    }
    expect(astray).toBe(0);
    expect(seen).toBeGreaterThan(2000);
  });

  it('has a marked pixel where its point went', async () => {
    const { batch, theta } = await oneBatch();
    const [height, width] = PICTURE_SIZE;
    const marks = Array.from({ length: COUNT }, (_, n) => [48 + 3 * n, 40 + 2 * n]);
    const image = tf.buffer([COUNT, height, width, 3]);
    for (const [n, [x, y]] of marks.entries()) image.set(100, n, y, x, 0);
    const points = tf.tensor3d(marks.map(([x, y]) => [[middle(x, width), middle(y, height)]]));
    const after = augmentBatch({ ...batch, image: image.toTensor() as tf.Tensor4D, points }, theta);

    const [rows, columns] = CROP_SIZE;
    const red = tf.reshape(tf.slice(after.image, [0, 0, 0, 0], [-1, -1, -1, 1]), [COUNT, rows * columns]);
    const [brightest, carried] = [await tf.argMax(red, 1).data(), await after.points.data()];
    let inside = 0;
    for (let n = 0; n < COUNT; n++) {
      const [px, py] = carried.subarray(2 * n);
      if (Math.max(Math.abs(px), Math.abs(py)) > 1) continue;
      inside++;
      // The mark reaches a pixel of its picture around its middle: that is 1.3 of the crop, across both axes.
      const right = ((px - middle(brightest[n] % columns, columns)) * columns) / 2;
      const down = ((py - middle(Math.floor(brightest[n] / columns), rows)) * rows) / 2;
      expect(Math.hypot(right, down)).toBeLessThan(2);
    }
    expect(inside).toBeGreaterThan(4);
  });

  it('leads its points back to where they were', async () => {
    const { batch, theta, after } = await oneBatch();
    const back = tf.max(tf.abs(tf.sub(transformPoints(theta, after.points), batch.points)));
    expect((await back.data())[0]).toBeLessThan(1e-6);
  });

  it('has mirrored boxes where it is mirrored, and says how much of a box is left', async () => {
    const { batch } = await oneBatch();
    const [, , boxes] = await numbersOf(batch);
    const mirrored = augmentBatch(batch, rotatedBoxToTheta([[0, 0, -2, 2, 0]], PICTURE_SIZE));
    const [, , flipped] = await numbersOf(mirrored);
    for (let k = 0; k < boxes.length; k += 4) {
      const [x, y, x2, y2] = boxes.slice(k, k + 4);
      for (const [e, edge] of [-x2, y, -x, y2].entries()) expect(flipped[k + e]).toBeCloseTo(edge, 5);
    }
    expect(Math.min(...(await mirrored.visible.data()))).toBeCloseTo(1, 5);
    // The right half of the picture: the shape in the left half is gone.
    const half = augmentBatch(batch, rotatedBoxToTheta([[0.5, 0, 1, 2, 0]], PICTURE_SIZE));
    const visible = await half.visible.data();
    for (let k = 0; k < 2 * COUNT; k += 2) expect([visible[k], visible[k + 1]]).toEqual([0, expect.closeTo(1, 5)]);
  });

  it('keeps its labels, and its mask has no others', async () => {
    const { batch, after } = await oneBatch();
    expect(after.mask.dtype).toBe('int32');
    const [, mask, , , labels] = await numbersOf(after);
    expect(labels).toEqual((await numbersOf(batch))[4]);
    expect(new Set(mask)).toEqual(new Set([0, ...labels]));
  });
});

describe('passes over a dataset', () => {
  /** The numbers of so many passes. */
  async function passes(count: number, seed: number): Promise<number[][][]> {
    const dataset = augmented(batches(), seed);
    const seen: number[][][] = [];
    for (let pass = 0; pass < count; pass++) {
      const [batch] = await dataset.toArray();
      seen.push(await numbersOf(batch));
      tf.dispose(batch);
    }
    return seen;
  }

  it('are all different, and the same again for a seed', async () => {
    const [first, second] = await passes(2, SEED);
    expect(second[2]).not.toEqual(first[2]);
    expect(await passes(2, SEED)).toEqual([first, second]);
    expect((await passes(1, SEED + 1))[0][2]).not.toEqual(first[2]);
  });

  it('leave no tensor behind', async () => {
    const before = tf.memory().numTensors;
    await passes(2, SEED);
    expect(tf.memory().numTensors).toBe(before);
  });
});
