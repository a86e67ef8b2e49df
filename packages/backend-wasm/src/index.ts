/**
 * Importing this package makes cropgrad work on tfjs's `wasm` backend, in Node, browsers and workers:
 * `import '@cropgrad/backend-wasm'`, and `await tf.setBackend('wasm')`.
 *
 * @packageDocumentation
 */
import '@tensorflow/tfjs-backend-wasm';
import { registerCropBackend } from '@cropgrad/core/backend';
import { registerSharedIdentity } from './shared-identity.js';
import { wasmBackend } from './wasm-backend.js';

registerSharedIdentity();
registerCropBackend(wasmBackend);

export { type ReadableArray, readInto } from './read-into.js';
export { wasmBackend };
