import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawCanvases, drawPlacement, SET_NAMES, SETS } from '../src/distorted-set.js';
import { poseOf, spreadOf } from '../src/pose.js';
import { randomStream } from '../src/random-stream.js';
import { DIGIT_SIDE } from '../src/read-digits.js';
import { useWasm } from '../src/use-wasm.js';

beforeAll(useWasm);

describe('a canvas', () => {
  const random = randomStream(1, 'test');
  const values = Float32Array.from({ length: 2 * DIGIT_SIDE ** 2 }, (_, k) => (k * 37) % 101);

  it('has the digit where its placement says', async () => {
    const digits = tf.tensor4d(values, [2, DIGIT_SIDE, DIGIT_SIDE, 1]);
    // A quarter clockwise about its middle, and 3 pixels to the right of the middle of the canvas.
    const placement = [0, -1, 10 + 27, 1, 0, 7];
    const canvases = drawCanvases(SETS.RTS, digits, [1], [placement]);
    const pixels = await canvases.data();
    for (const [x, y] of [
      [0, 0],
      [27, 0],
      [5, 20],
      [27, 27],
    ]) {
      const at = (x + 7) * 42 + (37 - y);
      expect(pixels[at]).toBeCloseTo(values[DIGIT_SIDE ** 2 + y * DIGIT_SIDE + x], 3);
    }
    expect(pixels[0]).toBe(0);
    const { angle, size, offset } = poseOf(placement, 42);
    expect(angle).toBeCloseTo(90);
    expect(size).toBeCloseTo(28 / 42);
    expect(offset).toBeCloseTo(3 / 21);
  });

  it.each(SET_NAMES)('%s: digits are turned, moved and scaled as far as said, and no further', (set) => {
    const { side, degrees, scales } = SETS[set];
    const poses = Array.from({ length: 2000 }, () => poseOf(drawPlacement(SETS[set], random), side));
    const angles = poses.map(({ angle }) => angle);
    expect(Math.min(...angles)).toBeGreaterThan(-degrees);
    expect(Math.min(...angles)).toBeLessThan(-0.98 * degrees);
    expect(Math.max(...angles)).toBeLessThan(degrees);
    expect(Math.max(...angles)).toBeGreaterThan(0.98 * degrees);
    const grown = poses.map(({ size }) => (size * side) / DIGIT_SIDE);
    expect(Math.min(...grown)).toBeCloseTo(scales[0], 2);
    expect(Math.max(...grown)).toBeCloseTo(scales[1], 2);
    for (const { size, offset } of poses) expect(offset).toBeLessThan(Math.SQRT2 * (1 - size) + 1e-9);
  });
});

describe('how differently digits lie', () => {
  it('is about the mean of each class, around the circle', () => {
    const turned = (angle: number, size = 1, offset = 0) => ({ angle, size, offset, isMirrored: false });
    const angles = [179, -179, 1, -1];
    const spread = spreadOf(
      angles.map((angle) => turned(angle)),
      [1, 1, 2, 2],
    );
    expect(spread.angle).toBeCloseTo(1, 3);
    expect(spread.size).toBe(0);
  });

  it('leaves out what has no size', () => {
    const pose = { angle: 0, size: 1, offset: 0.5, isMirrored: false };
    const nothing = { angle: Number.NaN, size: Number.NaN, offset: Number.NaN, isMirrored: false };
    expect(spreadOf([pose, nothing, { ...pose, size: 0 }, pose], [0, 0, 0, 0])).toEqual({
      angle: 0,
      size: 0,
      offset: 0.5,
    });
  });
});
