import { inject } from 'vitest';
import type { GpuJsMode } from '../../src/index.js';

declare module 'vitest' {
  interface ProvidedContext {
    mode: GpuJsMode;
  }
}

/** The mode that the tests of several kinds run in: see vitest.config.ts. */
export const MODE: GpuJsMode = inject('mode');
