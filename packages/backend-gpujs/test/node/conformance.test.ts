import { testBackend } from '@cropgrad/conformance';
import { createCropBackend } from '../../src/crop-backend.js';
import { type GpuJsMode, registerGpuJsBackend } from '../../src/index.js';
import { RUNS } from '../runs.js';

for (const mode of ['webasm', 'cpu'] satisfies GpuJsMode[]) {
  const name = `gpujs-${mode}`;
  registerGpuJsBackend({ name, mode });
  testBackend(name, { create: () => createCropBackend(name), runs: RUNS });
}
