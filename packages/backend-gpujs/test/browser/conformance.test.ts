import { testBackend } from '@cropgrad/conformance';
import { createCropBackend } from '../../src/crop-backend.js';
import { type GpuJsMode, registerGpuJsBackend } from '../../src/index.js';
import { IS_FULL, RUNS } from '../runs.js';

// WebGL 1 compiles the same kernels; it takes its turn when there is time.
const modes: readonly GpuJsMode[] = IS_FULL ? ['webgl2', 'webgl'] : ['webgl2'];

for (const mode of modes) {
  const name = `gpujs-${mode}`;
  registerGpuJsBackend({ name, mode });
  testBackend(name, { create: () => createCropBackend(name), runs: RUNS });
}
