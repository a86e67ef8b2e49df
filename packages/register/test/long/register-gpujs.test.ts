import '@cropgrad/backend-gpujs';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { register } from '../../src/index.js';
import { farthestCorner, IDENTITY, scene, seen } from '../made-pair.js';

it('gpujs finds a homography to a tenth of a pixel', async () => {
  expect(await tf.setBackend('gpujs')).toBe(true);
  const size = [48, 48] as const;
  const map = [1.03, 0.02, 0.05, -0.03, 0.98, -0.04, 0.04, -0.03, 1];
  const [moving, fixed] = [IDENTITY, map].map((one) => seen(scene(6), one, size));
  const { theta, found } = await register(moving, fixed, { model: 'homography' });
  expect(found).toBe(true);
  expect(farthestCorner(await theta.data(), map, size)).toBeLessThan(0.1);
});
