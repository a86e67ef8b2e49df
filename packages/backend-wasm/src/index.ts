/**
 * Importing this package makes cropgrad work on tfjs's `wasm` backend, in Node, browsers and workers.
 *
 * @packageDocumentation
 */
import '@tensorflow/tfjs-backend-wasm';
import { registerCropBackend } from '@cropgrad/core';
import { wasmBackend } from './wasm-backend.js';

registerCropBackend(wasmBackend);

export { wasmBackend };
