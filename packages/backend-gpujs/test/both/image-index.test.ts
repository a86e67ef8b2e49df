import { affineSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, expect, test } from 'vitest';
import { type GpuJsBackend, registerGpuJsBackend } from '../../src/index.js';
import { MODE } from './mode.js';

const IMAGES = 4;

let backend: GpuJsBackend;
let images: tf.Tensor4D;

beforeEach(async () => {
  registerGpuJsBackend({ mode: MODE });
  await tf.setBackend('gpujs');
  backend = tf.backend() as GpuJsBackend;
  // The pixels of image n are n, and n + 1/4 to their right.
  images = tf.tensor4d(Array.from({ length: IMAGES }, (_, n) => [n, n + 0.25]).flat(), [IMAGES, 1, 2, 1]);
});

/** What is uploaded while a crop of one pixel is taken of each image, forward and back, and what is read there. */
function cropOf(imageIndex: readonly number[]): { uploads: number; pixels: number[]; slopes: number[] } {
  const crops = imageIndex.length;
  const theta = tf.fill<tf.Rank.R3>([crops, 2, 3], 0);
  const dy = tf.ones([crops, 1, 1, 1]);
  const run = (t: tf.Tensor): tf.Tensor => affineSample(images, t as tf.Tensor3D, [1, 1], { imageIndex });
  // What belongs to tensors goes up before.
  for (const x of [images, theta, dy]) backend.onDevice(x);
  const before = backend.transfers.uploads;
  const read = run(theta);
  const dtheta = tf.grad(run)(theta, dy);
  const uploads = backend.transfers.uploads - before;
  const pixels = [...read.dataSync()];
  const slopes = [...dtheta.dataSync()].filter((_, k) => k % 6 === 2);
  tf.dispose([theta, dy, read, dtheta]);
  return { uploads, pixels, slopes };
}

function requireRead(imageIndex: readonly number[], uploads: number): void {
  const slopes = imageIndex.map(() => 0.25);
  const pixels = imageIndex.map((n) => n + 0.125);
  expect(cropOf(imageIndex)).toEqual({ uploads, pixels, slopes });
}

test.for([[[0]], [[0, 0, 0]], [[0, 1]], [[0, 1, 2, 3]]])('nothing is uploaded for imageIndex %j', ([imageIndex]) => {
  requireRead(imageIndex, 0);
  expect(backend.live.imageIndexes).toBe(0);
});

test('any other is uploaded once, as long as few others come between', () => {
  requireRead([2, 0, 1], 1);
  requireRead([2, 0, 1], 0);
  // Of the same length, and longer and shorter with the same beginning.
  requireRead([2, 0, 3], 1);
  requireRead([2, 0, 1, 1], 1);
  requireRead([2, 0], 1);
  requireRead([2, 0, 1], 0);
  requireRead([2, 0, 3], 0);
  expect(backend.live).toMatchObject({ arrays: 1, imageIndexes: 4 });
});

test('the one that was not used for longest makes room', () => {
  const all = Array.from({ length: 9 }, (_, k) => [3, k % 4, k >> 2]);
  for (const imageIndex of all.slice(0, 8)) requireRead(imageIndex, 1);
  requireRead(all[0], 0);
  requireRead(all[8], 1);
  expect(backend.live.imageIndexes).toBe(8);
  requireRead(all[0], 0);
  requireRead(all[1], 1);
  expect(backend.live.imageIndexes).toBe(8);
});

test('an array that changes afterwards is another', () => {
  const imageIndex = Int32Array.of(1, 0);
  const theta = tf.zeros<tf.Rank.R3>([2, 2, 3]);
  const read = (): number[] => [...affineSample(images, theta, [1, 1], { imageIndex }).dataSync()];
  expect(read()).toEqual([1.125, 0.125]);
  imageIndex.set([3, 2]);
  expect(read()).toEqual([3.125, 2.125]);
});
