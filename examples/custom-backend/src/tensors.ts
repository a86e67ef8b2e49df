import type { CropKernel, CropKernelName } from '@cropgrad/core/backend';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';

/** A kernel of the contract, on the tensors of tfjs's `cpu` backend. */
export type Kernel<K extends CropKernelName> = CropKernel<K, MathBackendCPU>;

/** The numbers of a tensor, without a copy: only read them, never write. */
export function values(backend: MathBackendCPU, tensor: TensorInfo): Float32Array {
  return backend.readSync(tensor.dataId) as Float32Array;
}

/** One sum, 0 at first, for each number of a result of this shape. */
export function zeros(shape: readonly number[]): Float64Array {
  return new Float64Array(shape.reduce((product, length) => product * length));
}

/** A new float32 tensor. Kernels add up in float64, and round only here. */
export function output(backend: MathBackendCPU, shape: readonly number[], sums: Float64Array): TensorInfo {
  return backend.makeTensorInfo([...shape], 'float32', Float32Array.from(sums));
}
