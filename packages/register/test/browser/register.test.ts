import '@cropgrad/backend-webgl';
import '@cropgrad/backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { register } from '../../src/index.js';
import { farthestCorner, IDENTITY, scene, seen } from '../made-pair.js';

const SIZE = [64, 64] as const;
const MAP = [1.03, 0.02, 0.05, -0.03, 0.98, -0.04, 0.04, -0.03, 1];

it.each(['webgl', 'webgpu'])('%s finds a homography to a tenth of a pixel, and that there is none', async (backend) => {
  expect(await tf.setBackend(backend)).toBe(true);
  const [moving, fixed] = [IDENTITY, MAP].map((map) => seen(scene(6), map, SIZE));
  const other = seen(scene(2), MAP, SIZE);
  const before = tf.memory().numTensors;
  const { readSync } = tf.backend();
  tf.backend().readSync = () => {
    throw new Error('a synchronous read');
  };
  try {
    const { theta, found } = await register(moving, fixed, { model: 'homography' });
    expect(found).toBe(true);
    expect(farthestCorner(await theta.data(), MAP, SIZE)).toBeLessThan(0.1);
    const none = await register(moving, other, { model: 'homography' });
    expect(none.found).toBe(false);
    tf.dispose([theta, none.theta]);
  } finally {
    tf.backend().readSync = readSync;
  }
  expect(tf.memory().numTensors).toBe(before);
});
