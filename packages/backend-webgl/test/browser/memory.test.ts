import * as tf from '@tensorflow/tfjs';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { beforeAll, expect, test } from 'vitest';
import { trainingStep } from './training-step.js';
import { startWebGL } from './variant.js';

const COUNTED = ['Texture', 'Framebuffer', 'Program', 'Shader', 'Buffer', 'VertexArray'] as const;

let backend: MathBackendWebGL;

beforeAll(async () => {
  backend = await startWebGL({ precision: 'f32', blends: true });
});

/** What WebGL itself has created and not deleted from now on. */
function countObjects(): Record<string, number> {
  const counts: Record<string, number> = {};
  const gl = backend.gpgpu.gl as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const kind of COUNTED) {
    counts[kind] = 0;
    for (const [verb, step] of [['create', 1] as const, ['delete', -1] as const]) {
      const original = gl[verb + kind];
      Object.defineProperty(gl, verb + kind, {
        configurable: true,
        value: (...args: unknown[]) => {
          if (verb === 'create' || args[0]) counts[kind] += step;
          return original.apply(gl, args);
        },
      });
    }
  }
  return counts;
}

test.each(['boxes', 'grid'] as const)('300 steps of training by %s leave as much as there was', (kind) => {
  const { step, dispose } = trainingStep(kind);
  for (let k = 0; k < 3; k++) step();
  const objects = countObjects();
  const held = (): unknown => {
    const { numTensors, numBytes } = tf.memory();
    const { numBytesInGPU, numBytesInGPUAllocated } = backend.memory() as unknown as Record<string, number>;
    return { numTensors, numBytes, ids: backend.numDataIds(), numBytesInGPU, numBytesInGPUAllocated };
  };
  const before = held();
  for (let k = 0; k < 300; k++) step();
  expect(held()).toEqual(before);
  expect(objects).toEqual(Object.fromEntries(COUNTED.map((name) => [name, 0])));
  dispose();
});
