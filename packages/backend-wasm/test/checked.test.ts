import { testBackend } from '@cropgrad/conformance';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { createWasmBackend } from '../src/wasm-backend.js';
import { CheckedModule, compileForTests } from './checked-module.js';

await tf.setBackend('wasm');
for (const build of ['checkedSimd', 'checkedScalar'] as const) {
  const module = compileForTests(build);
  testBackend(`backend-wasm, ${build}`, {
    create: () => createWasmBackend((heap) => new CheckedModule(heap, module)),
    runs: process.env.CROPGRAD_FULL ? 100 : 5,
  });
}
