import '@cropgrad/backend-wasm';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeTheta, invertTheta, transformPoints } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { follow } from '../src/follow.js';
import { openPhoto } from '../src/open-photo.js';
import { posesOf, thetaOf } from '../src/pose.js';
import { shakeOf } from '../src/shake.js';
import { COUNT, type Sequence, SIZE, shakySequence } from '../src/shaky-sequence.js';
import { smooth } from '../src/smooth.js';
import { steadied } from '../src/steady.js';

const example = join(import.meta.dirname, '..');
const readme = readFileSync(join(example, 'README.md'), 'utf8');
const CORNERS = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
];

describe('a shaky sequence', () => {
  let sequence: Sequence;
  let steady: Awaited<ReturnType<typeof steadied>>;
  let tensors = 0;
  beforeAll(async () => {
    await tf.setBackend('wasm');
    sequence = await shakySequence(await openPhoto());
    const before = tf.memory().numTensors;
    steady = await steadied(sequence.frames);
    tensors = tf.memory().numTensors - before;
  });

  /** Where thetas [N,2,3] put corners, in pixels of a frame from its middle. */
  async function corners(theta: tf.Tensor3D): Promise<number[]> {
    const all = tf.tile(tf.tensor3d([CORNERS]), [theta.shape[0], 1, 1]);
    const values = await transformPoints(theta, all).data();
    return Array.from(values, (value, k) => (value * SIZE[1 - (k % 2)]) / 2);
  }

  it('shakes fifty times less than before, and the README says how much', async () => {
    const before = await shakeOf(sequence.truth);
    const after = await shakeOf(composeTheta(sequence.truth, steady.theta));
    expect(after).toBeLessThan(before / 50);
    expect(readme).toContain(`shake before: ${before.toFixed(1)} px\nshake after:  ${after.toFixed(1)} px`);
  });

  it('is followed to within half a pixel from the first frame to the last', async () => {
    const path = thetaOf(await posesOf(await follow(sequence.frames), SIZE), SIZE);
    const first = tf.tile(tf.slice(sequence.truth, [0, 0, 0], [1, 2, 3]), [COUNT, 1, 1]);
    const known = composeTheta(invertTheta(sequence.truth), first);
    const [is, truth] = [await corners(path), await corners(known)];
    const farthest = Math.max(...is.map((value, k) => Math.abs(value - truth[k])));
    expect(farthest).toBeLessThan(0.5);
    expect(readme).toContain(`${farthest.toFixed(1)} pixels at most`);
    // Far more than that is what it has followed.
    expect(Math.max(...truth.map((value, k) => Math.abs(value - truth[k % 8])))).toBeGreaterThan(50);
  });

  it('is seen through thetas that stay in its frames, and nothing else is left behind', async () => {
    const seen = await corners(steady.theta);
    expect(Math.max(...seen.map((value, k) => Math.abs(value) - SIZE[1 - (k % 2)] / 2))).toBeLessThanOrEqual(0);
    expect(tensors).toBe(2);
  });

  it('is refused where a frame does not show what the one before does', async () => {
    const [, , , channels] = sequence.frames.shape;
    const cut = tf.randomUniform([1, ...SIZE, channels], 0, 255, 'float32', 1);
    const frames = tf.concat<tf.Tensor4D>([
      tf.slice(sequence.frames, [0, 0, 0, 0], [2, ...SIZE, channels]),
      cut as tf.Tensor4D,
    ]);
    await expect(follow(frames)).rejects.toThrow("Frame 2 does not follow frame 1: 'unrelated'");
  });
});

it('a steady pan stays what it is', () => {
  const pan = Array.from({ length: 20 }, (_, n) => ({ x: 3 * n, y: -n, turn: 0.01 * n, zoom: 0.002 * n }));
  for (const [n, pose] of smooth(pan).entries()) {
    for (const key of ['x', 'y', 'turn', 'zoom'] as const) expect(pose[key]).toBeCloseTo(pan[n][key], 10);
  }
});

it('the README shows the code as it is', () => {
  const blocks = [...readme.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)];
  expect(blocks.length).toBeGreaterThan(0);
  for (const [, file, code] of blocks) {
    expect(unindented(readFileSync(join(example, file), 'utf8'))).toContain(unindented(code));
  }
});

/** The README shows the inside of a function without the indentation that it has there. */
function unindented(code: string): string {
  return code.replace(/^ +/gm, '');
}
