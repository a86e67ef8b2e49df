import { engine, getKernel, type NamedAttrMap, type NamedTensorMap, type Tensor } from '@tensorflow/tfjs-core';
import { KERNEL_PREFIX } from './contract.js';
import { currentCropBackend } from './current-backend.js';
import type { BoxKernelName, CropKernelArgs, CropKernelName } from './kernels.js';

/** Runs one of our kernels on the current backend, and records it on the tape. Throws `NO_BACKEND` as ops do. */
export function runCropKernel<K extends CropKernelName>(
  name: K,
  inputs: { [I in keyof CropKernelArgs[K]['inputs']]: Tensor },
  attrs: CropKernelArgs[K]['attrs'],
): Tensor {
  currentCropBackend(name);
  return engine().runKernel(KERNEL_PREFIX + name, inputs as NamedTensorMap, attrs as unknown as NamedAttrMap);
}

/** Whether the current backend has an optional kernel that core does not compose. */
export function hasCropKernel(name: BoxKernelName): boolean {
  return getKernel(KERNEL_PREFIX + name, engine().backendName) !== undefined;
}
