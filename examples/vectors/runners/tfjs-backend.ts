import * as tf from '@tensorflow/tfjs';

/** What makes a backend of TensorFlow.js known, beyond those that come with it. */
const IMPORTS: Readonly<Record<string, () => Promise<unknown>>> = {
  wasm: () => import('@tensorflow/tfjs-backend-wasm'),
  webgpu: () => import('@tensorflow/tfjs-backend-webgpu'),
};

/** Makes TensorFlow.js run on a backend. Rejects where it does not start, so that no other one takes its place. */
export async function tfjsBackend(name: string): Promise<void> {
  await IMPORTS[name]?.();
  if (!(await tf.setBackend(name))) throw new Error(`TensorFlow.js has no backend ${name} here`);
}
