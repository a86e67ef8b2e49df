import { testBackend } from '@cropgrad/conformance';
import { createCropBackend } from '../../src/crop-backend.js';
import { type GpuJsMode, registerGpuJsBackend } from '../../src/index.js';
import { IS_FULL, RUNS } from '../runs.js';

// Mode cpu runs the same kernels as plain JavaScript; it takes its turn when there is time.
const modes: readonly GpuJsMode[] = IS_FULL ? ['webasm', 'cpu'] : ['webasm'];

for (const mode of modes) {
  const name = `gpujs-${mode}`;
  registerGpuJsBackend({ name, mode });
  testBackend(name, { create: () => createCropBackend(name), runs: RUNS, failures: 'test/failures.json' });
}
