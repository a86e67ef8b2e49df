import '@cropgrad/backend-cpu';
import * as tf from '@tensorflow/tfjs';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { beforeAll, expect, test, vi } from 'vitest';
import { IS_FULL } from '../runs.js';
import { COUNTED, countObjects } from './gl-objects.js';
import { POINT_KINDS, trainingStep } from './training-step.js';
import { startWebGL } from './variant.js';

let backend: MathBackendWebGL;

beforeAll(async () => {
  backend = await startWebGL({ precision: 'f32', blends: true });
});

/** The losses before 20 steps of training on a backend. */
async function losses(name: string, kind: (typeof POINT_KINDS)[number]): Promise<number[]> {
  await tf.setBackend(name);
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

test.each(POINT_KINDS)('convolutions around a crop by %s learn what they do on cpu', async (kind) => {
  const cpu = await losses('cpu', kind);
  const ours = await losses('webgl', kind);
  expect(ours).toHaveLength(20);
  expect(ours[19]).toBeLessThan(0.9 * ours[0]);
  for (const [k, loss] of ours.entries()) expect(Math.abs(loss / cpu[k] - 1)).toBeLessThanOrEqual(1e-3);
});

test.each(POINT_KINDS)('20 steps of training by %s read nothing', (kind) => {
  const { step, dispose } = trainingStep(kind);
  const gl = backend.gpgpu.gl as WebGL2RenderingContext;
  const reads = [
    vi.spyOn(backend, 'readSync'),
    vi.spyOn(backend, 'read'),
    vi.spyOn(gl, 'readPixels'),
    vi.spyOn(gl, 'getBufferSubData'),
    vi.spyOn(gl, 'finish'),
  ];
  for (let k = 0; k < 20; k++) step();
  for (const read of reads) {
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  }
  dispose();
});

/** Steps of training over which nothing may grow. */
const STEPS = IS_FULL ? 10_000 : 100;

test.each(POINT_KINDS)(`${STEPS} steps of training by %s leave as much as there was`, (kind) => {
  const { step, dispose } = trainingStep(kind);
  for (let k = 0; k < 3; k++) step();
  const objects = countObjects(backend);
  const held = (): unknown => {
    const { numTensors, numBytes } = tf.memory();
    const { numBytesInGPU, numBytesInGPUAllocated } = backend.memory() as unknown as Record<string, number>;
    return { numTensors, numBytes, ids: backend.numDataIds(), numBytesInGPU, numBytesInGPUAllocated };
  };
  const before = held();
  for (let k = 0; k < STEPS; k++) step();
  expect(held()).toEqual(before);
  expect(objects).toEqual(Object.fromEntries(COUNTED.map((name) => [name, 0])));
  dispose();
});
