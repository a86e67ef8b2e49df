import '@cropgrad/backend-wasm';
import { crop } from '@cropgrad/core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

// In a browser tfjs fetches its own binaries; in Node it finds them itself.
if (typeof document !== 'undefined') setWasmPaths('/tfjs/');
await tf.setBackend('wasm');
const image = tf.tensor4d(
  Array.from({ length: 16 }, (_, k) => k),
  [1, 4, 4, 1],
);
const boxes = tf.tensor2d([[-0.5, -0.5, 0.5, 0.5]]);
const middle = crop(image, boxes, [2, 2]).dataSync();
const gradient = tf
  .grad((b) => crop(image, b, [2, 2]))(boxes)
  .dataSync();
const report = JSON.stringify({ middle: [...middle], gradient: [...gradient], shared: isShared() });
if (typeof document === 'undefined') console.log(report);
else document.title = report;

/** Whether tfjs runs its threaded build, whose heap is shared memory. */
function isShared() {
  const { wasmMemory, asm } = tf.backend().wasm;
  const { buffer } = wasmMemory ?? asm.memory;
  return typeof SharedArrayBuffer !== 'undefined' && buffer instanceof SharedArrayBuffer;
}
