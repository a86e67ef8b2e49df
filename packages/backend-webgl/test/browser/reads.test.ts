import '@tensorflow/tfjs';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { beforeAll, expect, test, vi } from 'vitest';
import { POINT_KINDS, trainingStep } from './training-step.js';
import { startWebGL } from './variant.js';

let backend: MathBackendWebGL;

beforeAll(async () => {
  backend = await startWebGL({ precision: 'f32', blends: true });
});

test.each(POINT_KINDS)('20 steps of training by %s read nothing, and leave WebGL without an error', (kind) => {
  const { step, dispose } = trainingStep(kind);
  const { gl } = backend.gpgpu;
  const reads = [
    vi.spyOn(backend, 'readSync'),
    vi.spyOn(backend, 'read'),
    vi.spyOn(gl, 'readPixels'),
    vi.spyOn(gl as WebGL2RenderingContext, 'getBufferSubData'),
    vi.spyOn(gl, 'finish'),
  ];
  for (let k = 0; k < 20; k++) step();
  for (const read of reads) {
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  }
  dispose();
});
