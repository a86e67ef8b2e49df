import { findBackendFactory, setBackend } from '@tensorflow/tfjs-core';
import type { BackendName } from '../backends.js';
import { whyNotHere } from './why-not-here.js';

/** Each backend is fetched when it is first chosen; importing it registers it. */
const LOADERS: Record<BackendName, () => Promise<unknown>> = {
  cpu: () => import('@cropgrad/backend-cpu'),
  wasm: () => import('./load-wasm.js'),
  webgl: () => import('@cropgrad/backend-webgl'),
  webgpu: () => import('@cropgrad/backend-webgpu'),
  'gpujs-webgl2': () => loadGpuJs('gpujs-webgl2', 'webgl2'),
  'gpujs-webgl': () => loadGpuJs('gpujs-webgl', 'webgl'),
  'gpujs-webasm': () => loadGpuJs('gpujs-webasm', 'webasm'),
};

/** Makes a backend the one that runs; where it cannot, the error says why. */
export async function startBackend(name: BackendName): Promise<void> {
  const reason = await whyNotHere(name);
  if (reason !== undefined) throw new Error(`The ${name} backend does not start here: ${reason}`);
  await LOADERS[name]();
  if (!(await setBackend(name))) {
    throw new Error(`The ${name} backend does not start in this browser. Choose another one, such as cpu.`);
  }
}

async function loadGpuJs(name: BackendName, mode: 'webgl2' | 'webgl' | 'webasm'): Promise<void> {
  const { registerGpuJsBackend } = await import('@cropgrad/backend-gpujs');
  if (!findBackendFactory(name)) registerGpuJsBackend({ name, mode });
}
