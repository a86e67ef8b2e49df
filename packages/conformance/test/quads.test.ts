import '@tensorflow/tfjs-backend-cpu';
import { quadToTheta } from '@cropgrad/core';
import { tensor3d } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { fixtureCases } from '../src/fixtures.js';

test("quadToTheta gives the thetas of OpenCV's getPerspectiveTransform", () => {
  let compared = 0;
  for (const c of fixtureCases()) {
    if (c.op !== 'perspectiveSample' || !c.quads) continue;
    const [quads] = c.quads.shape;
    const found = quadToTheta(tensor3d([...c.quads.data], [quads, 4, 2])).dataSync();
    for (const [i, wanted] of c.theta.data.entries()) {
      // Some ten roundings of numbers up to 2, times what the corners' areas let them grow: a factor of 4 at most.
      expect(Math.abs(found[i] - wanted), `${c.id}, number ${i}`).toBeLessThan(2 ** -24 * 10 * 2 * 4);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(500);
});
