import { testBackend } from '@cropgrad/conformance';
import * as tf from '@tensorflow/tfjs-core';
import { wasmBackend } from '../src/index.js';

await tf.setBackend('wasm');
testBackend('backend-wasm', { create: () => wasmBackend });
