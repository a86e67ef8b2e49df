import '@cropgrad/backend-cpu';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cropQuads } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, it } from 'vitest';
import { type Corners, inPixels, madePhoto, normalised, PAGE_SIZE } from '../src/made-photo.js';
import { refineCorners } from '../src/refine-corners.js';

const example = join(import.meta.dirname, '..');
const truth: Corners = [
  [92, 38],
  [221, 56],
  [248, 208],
  [58, 190],
];
const clicked: Corners = [
  [99, 45],
  [213, 49],
  [239, 199],
  [66, 198],
];

beforeAll(async () => {
  await tf.setBackend('cpu');
});

function worst(corners: Corners): number {
  return Math.max(...corners.map(([x, y], i) => Math.hypot(x - truth[i][0], y - truth[i][1])));
}

it('finds the corners to within a pixel, from ones that are twelve off, and leaves no tensor behind', async () => {
  const photo = madePhoto(truth);
  const rough = normalised(clicked);
  const before = tf.memory().numTensors;
  const refined = refineCorners(photo, rough);
  expect(tf.memory().numTensors).toBe(before + 1);
  expect(worst(clicked)).toBeGreaterThan(12);
  expect(worst(await inPixels(refined))).toBeLessThan(0.6);

  // The margins of what is straightened are paper, and nothing of the desk.
  const straight = cropQuads(photo, refined, PAGE_SIZE);
  const [height, width] = PAGE_SIZE;
  const top = await tf.slice(straight, [0, 4, 4, 0], [1, 1, width - 8, 1]).data();
  const left = await tf.slice(straight, [0, 4, 4, 0], [1, height - 8, 1, 1]).data();
  expect(Math.min(...top, ...left)).toBeGreaterThan(0.7);
});

it('the README shows the code as it is', () => {
  const readme = readFileSync(join(example, 'README.md'), 'utf8');
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
