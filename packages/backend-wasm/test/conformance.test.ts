import { testBackend } from '@cropgrad/conformance';
import * as tf from '@tensorflow/tfjs-core';
import { wasmBackend } from '../src/index.js';

/** All the cases that the suite draws by default take two minutes: they are for `pnpm test:long`. */
const runs = process.env.CROPGRAD_FULL ? 100 : 20;

await tf.setBackend('wasm');
testBackend('backend-wasm', { create: () => wasmBackend, runs, failures: 'test/failures.json' });
