import '../src/index.js';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';

/** Makes webgpu tfjs's backend, and gives it. */
export async function useWebGPU(): Promise<WebGPUBackend> {
  if (!(await tf.setBackend('webgpu'))) throw new Error('There is no WebGPU here');
  return tf.backend() as WebGPUBackend;
}
