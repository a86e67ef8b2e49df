import { enableProdMode, setBackend } from '@tensorflow/tfjs-core';

let ready: Promise<boolean> | undefined;

/** Makes tfjs's wasm backend the one that everything in this thread runs on, once. */
export async function useWasm(): Promise<void> {
  ready ??= load();
  if (!(await ready)) throw new Error('The wasm backend of TensorFlow.js does not run here');
}

/** Loaded here, so that a program that runs `findInPhoto` on another backend does not need it. */
async function load(): Promise<boolean> {
  // Production mode skips tfjs's own checks, and its hint that there is a faster package for Node.
  enableProdMode();
  await import('@cropgrad/backend-wasm');
  return setBackend('wasm');
}
