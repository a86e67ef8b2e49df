/// <reference types="vite/client" />
import { testBackend } from '@cropgrad/conformance';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threads from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import * as tf from '@tensorflow/tfjs-core';
import { wasmBackend } from '../../src/index.js';

setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': threads,
});
await tf.setBackend('wasm');

// The kernels are the bytes that Node runs with 100 cases per property: fewer will do here, outside `pnpm test:long`.
testBackend('backend-wasm', { create: () => wasmBackend, runs: process.env.CROPGRAD_FULL ? 100 : 5 });
