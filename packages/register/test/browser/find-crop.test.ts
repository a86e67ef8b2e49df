import '@cropgrad/backend-cpu';
import '@cropgrad/backend-webgl';
import '@cropgrad/backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { findCrop } from '../../src/index.js';
import { PHOTO, thumbnailOf } from '../find/made-photo.js';
import { scene } from '../made-pair.js';

const CUT = { cx: 92.5, cy: 71, width: 75, height: 60, radians: 0.12 };
const THUMBNAIL = thumbnailOf(scene(3), CUT, [40, 32], [0.8, 30]);

/** The box that a backend answers, which reads nothing synchronously and keeps nothing. */
async function boxOn(backend: string): Promise<number[]> {
  expect(await tf.setBackend(backend)).toBe(true);
  const { readSync } = tf.backend();
  const before = tf.memory().numTensors;
  if (backend !== 'cpu') {
    tf.backend().readSync = () => {
      throw new Error('a synchronous read');
    };
  }
  try {
    const { box, theta, found } = await findCrop(PHOTO, THUMBNAIL, { model: 'rotatedBox' });
    expect(found).toBe(true);
    const values = Array.from(await box.data());
    tf.dispose([box, theta]);
    expect(tf.memory().numTensors).toBe(before);
    return values;
  } finally {
    tf.backend().readSync = readSync;
  }
}

it.each(['webgl', 'webgpu'])('%s answers what cpu answers, to a thirtieth of a pixel', async (backend) => {
  const onCpu = await boxOn('cpu');
  const values = await boxOn(backend);
  for (const [k, value] of values.entries()) expect(Math.abs(value - onCpu[k]) * 100).toBeLessThan(1 / 30);
});
