import '@cropgrad/backend-cpu';
import '@cropgrad/backend-wasm';
import { affineSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { register } from '../src/index.js';
import { farthestCorner, IDENTITY, scene, seen } from './made-pair.js';

const SIZE = [64, 64] as const;
/** Turned by 22 degrees and moved by a fifth of the image: more than slopes reach from the identity. */
const FAR = [0.93, -0.37, 0.4, 0.37, 0.93, -0.44, 0, 0, 1];
const NEAR = [1.02, 0.05, 0.06, -0.05, 1.02, -0.08, 0, 0, 1];

describe('on cpu', () => {
  it('a similarity, from the identity', async () => {
    await tf.setBackend('cpu');
    const [moving, fixed] = [IDENTITY, NEAR].map((map) => seen(scene(5), map, [32, 40], [32, 32]));
    const { theta, found } = await register(moving, fixed, { model: 'affine' });
    expect(found).toBe(true);
    expect(farthestCorner(await mapOf(theta), NEAR, [32, 40])).toBeLessThan(0.1);
  });
});

describe('on wasm', () => {
  beforeEach(() => tf.setBackend('wasm'));

  it('a similarity that is found by a search only', async () => {
    const [moving, fixed] = [IDENTITY, FAR].map((map) => seen(scene(3), map, SIZE));
    const stages = new Set<string>();
    const { theta, found, score, overlap } = await register(moving, fixed, {
      onStep: ({ stage }) => stages.add(stage),
    });
    expect([...stages]).toEqual(['first', 'search', 'finish']);
    expect(found).toBe(true);
    expect(farthestCorner(await mapOf(theta), FAR, SIZE)).toBeLessThan(0.05);
    expect(score).toBeGreaterThan(0.999);
    expect(overlap).toBeGreaterThan(0.4);
  });

  it('a homography, whose theta is square; what perspectiveSample makes of it is the fixed image', async () => {
    const map = [1.03, 0.02, 0.05, -0.03, 0.98, -0.04, 0.04, -0.03, 1];
    const [moving, fixed] = [IDENTITY, map].map((one) => seen(scene(6), one, SIZE));
    const { theta, found } = await register(moving, tf.add<tf.Tensor3D>(tf.mul(fixed, 0.5), 30), {
      model: 'homography',
    });
    expect(found).toBe(true);
    expect(theta.shape).toEqual([1, 3, 3]);
    expect(farthestCorner(await theta.data(), map, SIZE)).toBeLessThan(0.1);
  });

  it('the residual is in units of the fixed image: noise of one grey level is one', async () => {
    const [moving, fixed] = [IDENTITY, NEAR].map((map) => seen(scene(7), map, SIZE));
    const noisy = tf.add<tf.Tensor3D>(fixed, tf.randomNormal(fixed.shape, 0, 1, 'float32', 1));
    const { residual, theta } = await register(moving, noisy);
    expect(residual).toBeCloseTo(1, 0);
    expect(farthestCorner(await mapOf(theta), NEAR, SIZE)).toBeLessThan(0.1);
  });

  it('sigma says which points are known: the corner where nothing is to be seen is not', async () => {
    // Waves on the left, and next to nothing on the right.
    const fading = (x: number, y: number): number => 128 + (scene(8)(x, y) - 128) / (1 + Math.exp((x + 8) / 4));
    const [moving, fixed] = [IDENTITY, NEAR].map((map) => seen(fading, map, SIZE));
    const noisy = (image: tf.Tensor3D, seed: number): tf.Tensor3D =>
      tf.add(image, tf.randomNormal(image.shape, 0, 1, 'float32', seed));
    const { sigma, sigmaAt } = await register(noisy(moving, 1), noisy(fixed, 2), { model: 'affine' });
    const [left, right, ...others] = sigmaAt([
      [-0.8, 0],
      [0.9, 0],
      [-1, -1],
      [-1, 1],
      [1, -1],
      [1, 1],
    ]);
    expect(right).toBeGreaterThan(3 * left);
    expect(sigma).toBeCloseTo(Math.max(...others), 5);
  });

  it('masks: what is hidden in either image does not count, not even NaN', async () => {
    const [moving, fixed] = [IDENTITY, NEAR].map((map) => seen(scene(9), map, SIZE));
    const mask = tf.tidy(() =>
      tf.tensor2d(
        Array.from({ length: 4096 }, (_, i) => Number(i % 64 > 20)),
        [64, 64],
      ),
    );
    const hidden = tf.where(tf.cast(tf.expandDims(mask, 2), 'bool'), fixed, Number.NaN);
    const options = { fixedMask: mask, movingMask: tf.reverse(mask, 1) };
    const { theta, found, overlap } = await register(
      tf.mul<tf.Tensor3D>(moving, tf.expandDims(options.movingMask, 2)),
      hidden,
      options,
    );
    expect(found).toBe(true);
    expect(farthestCorner(await mapOf(theta), NEAR, SIZE)).toBeLessThan(0.2);
    // All but 21 columns of each, of which the moving image's move, and pixels that a hidden one has a part in.
    expect(overlap).toBeGreaterThan(0.25);
    expect(overlap).toBeLessThan(1 - 42 / 64);
  });

  it('images of different sizes: a part of a larger one, and a smaller copy of the whole', async () => {
    const whole = scene(10, 24);
    const moving = seen(whole, IDENTITY, [96, 120]);
    const part = [0.625, 0, 0.08, 0, 0.625, -0.06, 0, 0, 1];
    const cut = await register(moving, seen(whole, part, [60, 75], [96, 120]));
    expect(cut.found).toBe(true);
    expect(farthestCorner(await mapOf(cut.theta), part, [60, 75])).toBeLessThan(0.1);
    const copy = await register(moving, seen(whole, IDENTITY, [48, 60], [96, 120]));
    expect(copy.found).toBe(true);
    expect(farthestCorner(await mapOf(copy.theta), IDENTITY, [48, 60])).toBeLessThan(0.1);
  });

  it('a batch of pairs: each is what it is alone, also the one that has no answer', async () => {
    const images = [1, 2, 3].map((n) => seen(scene(n), IDENTITY, SIZE));
    const others = [seen(scene(1), NEAR, SIZE), seen(scene(4), NEAR, SIZE), seen(scene(3), FAR, SIZE)];
    const all = await register(tf.stack<tf.Tensor3D>(images) as tf.Tensor4D, tf.stack(others) as tf.Tensor4D);
    expect(all.map(({ found }) => found)).toEqual([true, false, true]);
    for (const [n, map] of [
      [0, NEAR],
      [2, FAR],
    ] as const) {
      expect(farthestCorner(await mapOf(all[n].theta), map, SIZE)).toBeLessThan(0.05);
    }
  });

  it('begins where it is told to', async () => {
    const [moving, fixed] = [IDENTITY, FAR].map((map) => seen(scene(3), map, SIZE));
    const stages = new Set<string>();
    const init = tf.tensor3d([
      [
        [0.95, -0.3, 0.35],
        [0.3, 0.95, -0.4],
      ],
    ]);
    const { theta } = await register(moving, fixed, { init, onStep: ({ stage }) => stages.add(stage) });
    expect([...stages]).toEqual(['first', 'finish']);
    expect(farthestCorner(await mapOf(theta), FAR, SIZE)).toBeLessThan(0.05);
  });

  it('arrays are read as tensors are: colours by their mean, and no alpha', async () => {
    const [moving, fixed] = [IDENTITY, NEAR].map((map) => seen(scene(5), map, SIZE));
    const values = await moving.data();
    const data = Uint8ClampedArray.from({ length: 4 * values.length }, (_, i) =>
      i % 4 < 3 ? values[Math.floor(i / 4)] : i % 255,
    );
    const { theta, found } = await register({ data, width: 64, height: 64 }, fixed);
    expect(found).toBe(true);
    expect(farthestCorner(await mapOf(theta), NEAR, SIZE)).toBeLessThan(0.05);
  });

  it('what is warped back lies on the fixed image', async () => {
    const [moving, fixed] = [IDENTITY, NEAR].map((map) => seen(scene(5), map, SIZE));
    const { theta } = await register(moving, fixed);
    const warped = affineSample(tf.expandDims<tf.Tensor4D>(moving, 0), theta, SIZE, { outside: 'fill' });
    const middle = (image: tf.Tensor): tf.Tensor => tf.slice(tf.reshape(image, [64, 64]), [16, 16], [32, 32]);
    const [worst] = await tf.max(tf.abs(tf.sub(middle(warped), middle(fixed)))).data();
    expect(worst).toBeLessThan(5);
  });
});

/** A theta tensor as nine numbers. */
async function mapOf(theta: tf.Tensor): Promise<number[]> {
  const values = [...(await theta.data())];
  return values.length === 6 ? [...values, 0, 0, 1] : values;
}
