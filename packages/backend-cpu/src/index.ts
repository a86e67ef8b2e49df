/**
 * Importing this package makes cropgrad work on tfjs's `cpu` backend, in Node, browsers and workers:
 * `import '@cropgrad/backend-cpu'`, and `await tf.setBackend('cpu')`.
 *
 * @packageDocumentation
 */
import '@tensorflow/tfjs-backend-cpu';
import { registerCropBackend } from '@cropgrad/core/backend';
import { cpuBackend } from './cpu-backend.js';

registerCropBackend(cpuBackend);

export { cpuBackend };
