import '@cropgrad/backend-wasm';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

// tfjs takes one of its three .wasm files, which lie beside this one.
setWasmPaths(new URL('./', import.meta.url).href);

export { readInto } from '@cropgrad/backend-wasm';
export * from '@cropgrad/core';
export * as tf from './tf.js';
