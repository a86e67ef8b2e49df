import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { Identity, type KernelFunc, registerKernel, type TensorInfo, unregisterKernel } from '@tensorflow/tfjs-core';

/**
 * Makes a clone on tfjs's `wasm` backend share the memory of its original, as on all other backends of tfjs. The tape
 * clones every tensor that a gradient needs: tfjs's own kernel would copy each image once per crop.
 *
 * Tensors never change, and tfjs counts who holds their memory, so nobody can tell the difference. The kernels in which
 * tfjs copies a tensor to write into it call their function directly, not through the registry.
 */
export function registerSharedIdentity(): void {
  unregisterKernel(Identity, 'wasm');
  registerKernel({ kernelName: Identity, backendName: 'wasm', kernelFunc: sharedIdentity as unknown as KernelFunc });
}

function sharedIdentity({ inputs: { x }, backend }: { inputs: { x: TensorInfo }; backend: BackendWasm }): TensorInfo {
  backend.incRef(x.dataId);
  return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
}
