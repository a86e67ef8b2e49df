/**
 * Importing this package adds the tfjs backend `gpujs`, on which cropgrad runs on GPUs through gpu.js:
 * `import '@cropgrad/backend-gpujs'`, and `await tf.setBackend('gpujs')`.
 *
 * @packageDocumentation
 */
// The first import: what it refuses would break the others.
import './require-utf-8.js';
import { registerGpuJsBackend } from './register.js';

registerGpuJsBackend();

export type { Transfers } from './device/device.js';
export { GPUJS_MODES, type GpuJsMode } from './device/gpujs-mode.js';
export { createGpuJsBackend, GpuJsBackend, type GpuJsOptions, type LiveCounts } from './gpujs-backend.js';
export { type GpuJsRegistration, gpuJsCropBackend, registerGpuJsBackend } from './register.js';
