import '@cropgrad/backend-wasm';
import { rotatedBoxToTheta } from '@cropgrad/core';
import { setBackend } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { cornersOf, placementOf } from '../src/pair/placement.js';

it("reads a theta back as the box and the rotation of core's rotated boxes", async () => {
  await setBackend('wasm');
  const [width, height] = [200, 100];
  // Middle (120, 40), 60 x 30 pixels, turned by 10 degrees.
  const box = [(2 * 120) / width - 1, (2 * 40) / height - 1, (2 * 60) / width, (2 * 30) / height, Math.PI / 18];
  const theta = await rotatedBoxToTheta([box], [height, width]).data();
  const placement = placementOf(theta, width, height);
  expect(placement.rotation).toBeCloseTo(10, 4);
  for (const [i, edge] of [90, 25, 150, 55].entries()) expect(placement.box[i]).toBeCloseTo(edge, 3);
  // The corners are where theta takes those of the thumbnail.
  for (const [i, [u, v]] of [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].entries()) {
    const [x, y] = cornersOf(placement)[i];
    expect(x).toBeCloseTo(((theta[0] * u + theta[1] * v + theta[2] + 1) * width) / 2, 3);
    expect(y).toBeCloseTo(((theta[3] * u + theta[4] * v + theta[5] + 1) * height) / 2, 3);
  }
});
