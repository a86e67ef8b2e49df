import '@cropgrad/backend-wasm';
import { setThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import { enableProdMode, setBackend } from '@tensorflow/tfjs-core';

let ready: Promise<boolean> | undefined;

/** Makes tfjs's wasm backend the one that everything in this thread runs on, once. */
export async function useWasm(): Promise<void> {
  if (!ready) {
    // Production mode skips tfjs's own checks, and its hint that there is a faster package for Node.
    enableProdMode();
    setThreadsCount(1);
    ready = setBackend('wasm');
  }
  if (!(await ready)) throw new Error('The wasm backend of TensorFlow.js does not run here');
}
