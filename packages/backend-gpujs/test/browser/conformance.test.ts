import { checks, testBackend } from '@cropgrad/conformance';
import { createCropBackend } from '../../src/crop-backend.js';
import { type GpuJsMode, registerGpuJsBackend } from '../../src/index.js';
import { IS_FULL, RUNS } from '../runs.js';

/** WebGL 1 compiles the same kernels as WebGL 2; both run the whole suite when there is time. */
const MODES: readonly GpuJsMode[] = IS_FULL ? ['webgl2', 'webgl'] : ['webgl2'];

/** Otherwise one check of so many runs, spread over the whole suite: Node's tests run all, on the same kernels. */
const ONE_OF = 3;

for (const mode of MODES) {
  const name = `gpujs-${mode}`;
  registerGpuJsBackend({ name, mode });
  const backend = createCropBackend(name);
  const some = checks.filter((check) => check.applies(backend)).filter((_, i) => i % ONE_OF === 0);
  testBackend(name, {
    create: () => backend,
    runs: RUNS,
    ...(!IS_FULL && { checks: some.map(({ id }) => id) }),
  });
}
