/**
 * Importing this package makes cropgrad work on tfjs's `cpu` backend, in Node, browsers and workers.
 *
 * @packageDocumentation
 */
import '@tensorflow/tfjs-backend-cpu';
import { registerCropBackend } from '@cropgrad/core';
import { cpuBackend } from './cpu-backend.js';

registerCropBackend(cpuBackend);

export { cpuBackend };
