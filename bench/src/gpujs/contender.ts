import '@cropgrad/backend-cpu';
import { createGpuJsBackend, GpuJsBackend, type GpuJsMode, registerGpuJsBackend } from '@cropgrad/backend-gpujs';
import { CropError } from '@cropgrad/core';
import { type CropKernelName, KERNEL_PREFIX } from '@cropgrad/core/backend';
import * as tf from '@tensorflow/tfjs-core';
import type { NpyArray } from '../npy.js';
import { waitForGL } from './wait-for-gl.js';

/** A tfjs backend that is measured, by its kernels alone. */
export interface Contender {
  readonly name: string;
  /** What the browser says of its GPU, or of what stands in for one. */
  readonly renderer?: string;
  /** Makes a tensor of it, on the host. */
  write(array: NpyArray): tf.TensorInfo;
  /** Copies tensors to the device, and waits until they are there. */
  upload(infos: readonly tf.TensorInfo[]): Promise<void>;
  /** Runs a crop kernel. */
  run(kernel: CropKernelName, inputs: tf.NamedTensorInfoMap, attrs: tf.NamedAttrMap): tf.TensorInfo;
  /** Waits until everything has been computed. */
  wait(): Promise<void>;
  /** Copies a tensor back to the host, if it is not there. */
  read(info: tf.TensorInfo): Promise<NpyArray>;
  dispose(infos: readonly tf.TensorInfo[]): void;
}

/** The name of backend-cpu, which the others are compared with. */
export const CPU = 'cropgrad cpu';

/** backend-cpu. */
export function cpuContender(): Contender {
  return { ...onBackend('cpu'), name: CPU, upload: async () => {}, wait: async () => {} };
}

/** backend-gpujs in a mode, on a device of its own that has compiled nothing yet; or why the mode does not run here. */
export function gpujsContender(mode: GpuJsMode): Contender | { name: string; absent: string } {
  const name = `gpujs ${mode}`;
  try {
    // Only to be told why not: tfjs prints it and goes on.
    createGpuJsBackend({ mode });
  } catch (error) {
    if (error instanceof CropError && error.code === 'NO_DEVICE') return { name, absent: error.got };
    throw error;
  }
  registerGpuJsBackend({ name, mode });
  const backend = tf.findBackend(name);
  if (!(backend instanceof GpuJsBackend)) throw new Error(`${name} is not the backend of this package`);
  const wait = async (): Promise<void> => waitForGL(backend.device.gl);
  const renderer = webglRenderer();
  return {
    ...onBackend(name),
    name,
    ...(mode.includes('gl') && renderer !== undefined && { renderer }),
    async upload(infos) {
      for (const info of infos) backend.onDevice(info);
      await wait();
    },
    wait,
  };
}

/** What contenders have in common: tensors of a tfjs backend, and the crop kernels on it. */
export function onBackend(backendName: string): Omit<Contender, 'name' | 'upload' | 'wait'> {
  const backend = tf.findBackend(backendName);
  return {
    write: ({ data, shape }) => ({ dataId: backend.write(data, shape, 'float32'), shape, dtype: 'float32' }),
    run(kernel, inputs, attrs) {
      const kernelFunc = tf.getKernel(KERNEL_PREFIX + kernel, backendName)?.kernelFunc;
      if (!kernelFunc) throw new Error(`${backendName} has no kernel ${kernel}`);
      const output = kernelFunc({ inputs, attrs, backend });
      if (Array.isArray(output)) throw new Error(`${kernel} gave more than one tensor`);
      return output;
    },
    async read({ dataId, shape }) {
      const data = await backend.read(dataId);
      if (!(data instanceof Float32Array)) throw new Error('A crop is float32');
      return { shape, data };
    },
    dispose(infos) {
      for (const { dataId } of infos) backend.disposeData(dataId);
    },
  };
}

/** What WebGL runs on in this page, in the browser's words. */
export function webglRenderer(): string | undefined {
  if (typeof document === 'undefined') return undefined;
  const gl = document.createElement('canvas').getContext('webgl2');
  const info = gl?.getExtension('WEBGL_debug_renderer_info');
  return info ? gl?.getParameter(info.UNMASKED_RENDERER_WEBGL) : undefined;
}
