import { testBackend } from '@cropgrad/conformance';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, expect } from 'vitest';
import { webgpuBackend } from '../src/index.js';

const errors: string[] = [];
beforeAll(async () => {
  await tf.setBackend('webgpu');
  (tf.backend() as any).device.addEventListener('uncapturederror', (e: any) => errors.push(e.error.message));
});
afterEach(() => {
  const seen = errors.splice(0);
  expect(seen.slice(0, 1)).toEqual([]);
});
testBackend('webgpu', { create: () => webgpuBackend, runs: Number(process.env.RUNS ?? 2) });
