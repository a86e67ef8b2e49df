import * as tf from '@tensorflow/tfjs';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { beforeAll, expect, test, vi } from 'vitest';
import { POINT_KINDS, trainingStep } from './training-step.js';
import { startWebGL } from './variant.js';

const STEPS = 5;
/** How often a step waits for the GPU: the image gradient of a grid does. */
const READS = { boxes: 0, theta: 0, grid: 1 } as const;

let backend: MathBackendWebGL;

beforeAll(async () => {
  backend = await startWebGL({ precision: 'f32', blends: false });
});

test.each(POINT_KINDS)('what a step of training by %s reads', (kind) => {
  expect(tf.getBackend()).toBe('webgl');
  const { step, dispose } = trainingStep(kind);
  const { gl } = backend.gpgpu;
  const readPixels = vi.spyOn(gl, 'readPixels');
  const others = [vi.spyOn(backend, 'readSync'), vi.spyOn(backend, 'read')];
  for (let k = 0; k < STEPS; k++) step();
  expect(readPixels).toHaveBeenCalledTimes(STEPS * READS[kind]);
  for (const read of others) expect(read).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  dispose();
});
