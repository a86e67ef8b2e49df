import '@cropgrad/backend-cpu';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { POINT_KINDS, trainingStep } from './training-step.js';
import { startWebGL } from './variant.js';

/** The losses before 20 steps of training on a backend. */
async function losses(backend: string, kind: (typeof POINT_KINDS)[number]): Promise<number[]> {
  await tf.setBackend(backend);
  const { step, dispose } = trainingStep(kind);
  const all: number[] = [];
  for (let k = 0; k < 20; k++) {
    const loss = step(true);
    all.push(...((await loss?.data()) ?? []));
    loss?.dispose();
  }
  dispose();
  return all;
}

beforeAll(() => startWebGL({ precision: 'f32', blends: true }));

test.each(POINT_KINDS)('convolutions around a crop by %s learn what they do on cpu', async (kind) => {
  const ours = await losses('webgl', kind);
  const cpu = await losses('cpu', kind);
  expect(ours).toHaveLength(20);
  expect(ours[19]).toBeLessThan(0.9 * ours[0]);
  for (const [k, loss] of ours.entries()) expect(Math.abs(loss / cpu[k] - 1)).toBeLessThanOrEqual(1e-3);
});
