import '@cropgrad/backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { registerVolumes } from '../src/index.js';
import { madeHead, rigidMap } from './made-volume.js';

beforeAll(() => tf.setBackend('wasm'));

const STILL = rigidMap(0, [0, 0, 0], 1);

/** How far a theta [1,3,4] puts a corner of a cube from where a map does, at most, in voxels; the volume's is the one that reaches 1. */
async function farthestCorner(theta: tf.Tensor, map: readonly number[], n: number, reach = 1): Promise<number> {
  const found = await theta.data();
  const ends = [-reach, reach];
  const corners = ends.flatMap((x) => ends.flatMap((y) => ends.map((z) => [x, y, z, 1])));
  const off = (corner: readonly number[]): number =>
    Math.hypot(
      ...[0, 1, 2].map((row) => corner.reduce((sum, at, k) => sum + (found[4 * row + k] - map[4 * row + k]) * at, 0)),
    );
  return (Math.max(...corners.map(off)) * n) / 2;
}

it('a head of 64³, turned by 10 degrees and moved by 5 voxels, is found to a hundredth of a voxel', async () => {
  const map = rigidMap(10, [3, -3.2, 2.4], 64);
  const [moving, fixed] = [STILL, map].map((one) => madeHead(64, one));
  const darker = tf.add<tf.Tensor4D>(tf.mul(fixed, 0.8), 10);
  const before = tf.memory().numTensors;
  const { theta, found, sigma } = await registerVolumes(moving, darker);
  expect(tf.memory().numTensors).toBe(before + 1);
  expect(found).toBe(true);
  expect(sigma).toBeLessThan(0.1);
  expect(await farthestCorner(theta, map, 64)).toBeLessThan(0.01);
});

it.each(['translation', 'affine'] as const)('%s', async (model) => {
  const map = rigidMap(0, [1.2, -0.8, 0.6], 48);
  if (model === 'affine') [map[0], map[1], map[10]] = [1.04, 0.03, 0.97];
  const [moving, fixed] = [STILL, map].map((one) => madeHead(48, one));
  const { theta, found } = await registerVolumes(moving, fixed, { model });
  expect(found).toBe(true);
  // Where the head is: beyond it nothing says where the corners are.
  expect(await farthestCorner(theta, map, 48, 0.6)).toBeLessThan(0.1);
});

it('a head and noise are unrelated', async () => {
  const { found, reason } = await registerVolumes(
    madeHead(16, STILL),
    tf.randomNormal([16, 16, 16, 1], 100, 30, 'float32', 1),
  );
  expect([found, reason]).toEqual([false, 'unrelated']);
});
