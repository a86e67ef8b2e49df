import { checks, mount, runCheck, testBackend } from '@cropgrad/conformance';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCropBackend } from '../../src/crop-backend.js';
import { type GpuJsMode, registerGpuJsBackend } from '../../src/index.js';
import { IS_FULL, RUNS } from '../runs.js';

/** WebGL 1 compiles the same kernels as WebGL 2; both run the whole suite when there is time. */
const MODES: readonly GpuJsMode[] = ['webgl2', 'webgl'];

/** Otherwise one check of so many runs, spread over the whole suite: Node's tests run all, on the same kernels. */
const ONE_OF = 3;

function register(mode: GpuJsMode): string {
  const name = `gpujs-${mode}`;
  registerGpuJsBackend({ name, mode });
  return name;
}

if (IS_FULL) {
  for (const mode of MODES) {
    const name = register(mode);
    testBackend(name, { create: () => createCropBackend(name), runs: RUNS });
  }
} else {
  describe(`gpujs-webgl2, one of ${ONE_OF} checks`, () => {
    const backend = createCropBackend(register('webgl2'));
    let mounted: Awaited<ReturnType<typeof mount>>;
    beforeAll(async () => {
      mounted = await mount(backend);
    });
    afterAll(() => mounted.unmount());
    const some = checks.filter((check) => check.applies(backend)).filter((_, i) => i % ONE_OF === 0);
    test.each(some.map(({ id }) => id))('%s', async (id) => {
      const check = some.find((one) => one.id === id);
      if (!check) throw new Error('There is no check of this id');
      const { failure } = await runCheck(check, mounted, { runs: RUNS, seed: 1 });
      if (failure !== undefined) expect.fail(failure);
    });
  });
}
