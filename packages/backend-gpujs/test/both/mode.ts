import * as tf from '@tensorflow/tfjs-core';
import { inject } from 'vitest';
import { type GpuJsMode, registerGpuJsBackend } from '../../src/index.js';

declare module 'vitest' {
  interface ProvidedContext {
    mode: GpuJsMode;
  }
}

/** The mode that the tests of several kinds run in: see vitest.config.ts. */
export const MODE: GpuJsMode = inject('mode');

const OTHERS: Partial<Record<GpuJsMode, GpuJsMode>> = { webasm: 'cpu', webgl2: 'webgl' };

/** {@link MODE} and the other mode that runs in the same place, for tests of what each compiler makes of the kernels. */
export const ALL_MODES: readonly GpuJsMode[] = [MODE, OTHERS[MODE] ?? []].flat();

/** Takes the backend in a mode, registered as `gpujs-MODE`. */
export async function useMode(mode: GpuJsMode): Promise<void> {
  const name = `gpujs-${mode}`;
  if (!tf.findBackend(name)) registerGpuJsBackend({ name, mode });
  await tf.setBackend(name);
}
