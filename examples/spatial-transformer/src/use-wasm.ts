import '@cropgrad/backend-wasm';
// Without it, tfjs's wasm backend has no gradient of a convolution by its filter.
import '@cropgrad/layers/wasm-training';
import * as tf from '@tensorflow/tfjs';

/** Makes wasm the backend that everything runs on. */
export async function useWasm(): Promise<void> {
  // Production mode skips tfjs's own checks, and its hint that there is a faster package for Node.
  tf.enableProdMode();
  if (!(await tf.setBackend('wasm'))) throw new Error('The backend wasm does not run here');
}
