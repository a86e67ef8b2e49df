/**
 * Importing this package adds the tfjs backend `gpujs`, on which cropgrad runs on GPUs through gpu.js:
 * `import '@cropgrad/backend-gpujs'`, and `await tf.setBackend('gpujs')`.
 *
 * @packageDocumentation
 */
import { registerGpuJsBackend } from './register.js';

registerGpuJsBackend();

export type { LiveCounts, Transfers } from './device.js';
export { createGpuJsBackend, GpuJsBackend, type GpuJsOptions } from './gpujs-backend.js';
export { GPUJS_MODES, type GpuJsMode } from './mode.js';
export { type GpuJsRegistration, gpuJsCropBackend, registerGpuJsBackend } from './register.js';
