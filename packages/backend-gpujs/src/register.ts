import { type Capabilities, type CropBackend, KERNEL_PREFIX, registerCropBackend } from '@cropgrad/core/backend';
import {
  findBackendFactory,
  getKernel,
  getKernelsForBackend,
  registerBackend,
  registerKernel,
  removeBackend,
} from '@tensorflow/tfjs-core';
import { createCropBackend } from './crop-backend.js';
import { createGpuJsBackend, type GpuJsBackend, type GpuJsOptions } from './gpujs-backend.js';

/** The name that importing this package registers. */
const NAME = 'gpujs';

/** The crop kernels of the tfjs backend `gpujs`. */
export const gpuJsCropBackend: CropBackend<GpuJsBackend, Capabilities> = createCropBackend(NAME);

/** Options of {@link registerGpuJsBackend}. */
export interface GpuJsRegistration extends GpuJsOptions {
  /** What the tfjs backend is called. Default `'gpujs'`. */
  name?: string;
}

/**
 * Registers a tfjs backend with the mode that you choose. It replaces a backend of the same name: results of that backend that
 * were not read yet are lost. The new one starts with `await tf.setBackend(name)`. If it cannot start, that prints why, and
 * gives `false`. Importing the package registers `gpujs` with the best mode.
 */
export function registerGpuJsBackend(options: GpuJsRegistration = {}): void {
  const { name = NAME } = options;
  if (findBackendFactory(name)) removeBackend(name);
  // Not the crop kernels of the cpu backend: where gpujs has none, they would run instead, without an error.
  for (const kernel of getKernelsForBackend('cpu')) {
    const { kernelName } = kernel;
    if (kernelName.startsWith(KERNEL_PREFIX) || getKernel(kernelName, name)) continue;
    registerKernel({ ...kernel, backendName: name });
  }
  registerBackend(name, () => createGpuJsBackend(options), 0);
  registerCropBackend(name === NAME ? gpuJsCropBackend : createCropBackend(name));
}
