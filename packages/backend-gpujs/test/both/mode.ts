import type { GpuJsMode } from '../../src/index.js';

/** The mode that the tests of both kinds run in: WebGL2 in Chromium, WebAssembly in Node. */
export const MODE: GpuJsMode = typeof document === 'undefined' ? 'webasm' : 'webgl2';
