import '@cropgrad/backend-cpu';
import '@cropgrad/backend-wasm';
import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { prRoiPool, roiAlign } from '../src/index.js';

const SIDE = 24;
const COUNT = 12;
const ROI = 10;

type Point = readonly [x: number, y: number];

/** Places of soft spots, and points some two pixels beside them, with no pattern. */
function scenes(seed: number): { spots: Point[]; guesses: Point[] } {
  const noise = (n: number, k: number): number => (((n + 1) * 0.6180339 + k * 0.7548777 + seed * 0.5698403) % 1) - 0.5;
  const spots = Array.from({ length: COUNT }, (_, n): Point => [12 + 6 * noise(n, 1), 12 + 6 * noise(3 * n, 2)]);
  return { spots, guesses: spots.map(([x, y], n): Point => [x + 5 * noise(7 * n, 3), y + 5 * noise(5 * n, 4)]) };
}

/** Images [N,24,24,1] with one spot each. */
function photos(spots: readonly Point[]): tf.Tensor4D {
  const values = spots.flatMap(([cx, cy]) =>
    Array.from({ length: SIDE * SIDE }, (_, at) =>
      Math.exp(-(((at % SIDE) + 0.5 - cx) ** 2 + (Math.floor(at / SIDE) + 0.5 - cy) ** 2) / 18),
    ),
  );
  return tf.tensor4d(values, [spots.length, SIDE, SIDE, 1]);
}

/** Boxes of ten pixels around points. */
const around = (points: readonly Point[]): tf.Tensor2D =>
  tf.tensor2d(points.map(([x, y]) => [x - ROI / 2, y - ROI / 2, x + ROI / 2, y + ROI / 2]));

type Pool = (image: tf.Tensor4D, boxes: tf.Tensor2D) => tf.Tensor4D;

const INDEX = Array.from({ length: COUNT }, (_, n) => n);
const POOLS = {
  roiAlign: (image, boxes) => roiAlign(image, boxes, INDEX, [5, 5], { samplingRatio: 2, aligned: true }),
  'adaptive roiAlign': (image, boxes) => roiAlign(image, boxes, INDEX, [5, 5], { aligned: true }),
  prRoiPool: (image, boxes) => prRoiPool(image, boxes, INDEX, [5, 5], { aligned: true }),
} satisfies Record<string, Pool>;

/** How far boxes are off on average, in pixels. */
function distance(boxes: tf.Tensor2D, spots: readonly Point[]): number {
  const offs = boxes.arraySync().map(([x, y, x2, y2], n) => {
    const [cx, cy] = spots[n];
    return Math.hypot((x + x2) / 2 - cx, (y + y2) / 2 - cy);
  });
  return offs.reduce((sum, off) => sum + off, 0) / offs.length;
}

/**
 * A head that moves boxes by what it pools from them. It is never told where a spot is, only how far from the look of a spot in
 * the middle is what is pooled from the moved boxes: all that it learns comes through their gradients.
 */
function trained(pool: Pool): { before: number; after: number; loss: number; firstLoss: number } {
  const head = tf.layers.dense({ units: 2, kernelInitializer: 'zeros' });
  const moved = (image: tf.Tensor4D, boxes: tf.Tensor2D): tf.Tensor2D => {
    const shift = head.apply(tf.reshape(pool(image, boxes), [COUNT, 25])) as tf.Tensor2D;
    return tf.add(boxes, tf.tile(shift, [1, 2]));
  };
  const { spots, guesses } = scenes(1);
  const [image, boxes] = [photos(spots), around(guesses)];
  const look = tf.tidy(() => pool(photos(new Array<Point>(COUNT).fill([12, 12])), around([[12, 12]]).tile([COUNT, 1])));
  const cost = (): tf.Scalar => tf.mean(tf.squaredDifference(pool(image, moved(image, boxes)), look));
  const firstLoss = tf.tidy(() => cost().dataSync()[0]);
  const optimizer = tf.train.adam(0.1);
  for (let step = 0; step < 40; step++) optimizer.minimize(cost);
  const unseen = scenes(2);
  const answer = tf.tidy(() => {
    const given = around(unseen.guesses);
    const found = moved(photos(unseen.spots), given);
    return { before: distance(given, unseen.spots), after: distance(found, unseen.spots), loss: cost().dataSync()[0] };
  });
  tf.dispose([image, boxes, look]);
  head.dispose();
  optimizer.dispose();
  return { ...answer, firstLoss };
}

describe('a head learns through its boxes where objects are', () => {
  it.each([
    ['roiAlign', 'cpu'],
    ['adaptive roiAlign', 'wasm'],
    ['prRoiPool', 'wasm'],
  ] as const)('%s, on %s', async (name, backend) => {
    await tf.setBackend(backend);
    const { before, after, loss, firstLoss } = trained(POOLS[name]);
    expect(loss).toBeLessThan(firstLoss / 10);
    expect(before).toBeGreaterThan(1.5);
    expect(after).toBeLessThan(before / 3);
  });
});
