import { KERNEL_PREFIX } from '@cropgrad/core/backend';
import {
  getBackend,
  getKernelsForBackend,
  type KernelConfig,
  registerKernel,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

/**
 * Does some work, and says which kernels of ours it ran, by the names that the contract gives them. tfjs's `profile` would
 * read their results synchronously, which webgpu cannot.
 */
export async function kernelsOf<T>(work: () => Promise<T>): Promise<{ result: T; kernels: string[] }> {
  const ran = new Set<string>();
  const ours = getKernelsForBackend(getBackend()).filter(({ kernelName }) => kernelName.startsWith(KERNEL_PREFIX));
  for (const kernel of ours) {
    const name = kernel.kernelName.slice(KERNEL_PREFIX.length);
    const kernelFunc: KernelConfig['kernelFunc'] = (call) => {
      ran.add(name);
      return kernel.kernelFunc(call);
    };
    replace({ ...kernel, kernelFunc });
  }
  try {
    return { result: await work(), kernels: [...ran] };
  } finally {
    ours.forEach(replace);
  }
}

/** Puts a kernel in the place of the one of its name. */
function replace(kernel: KernelConfig): void {
  unregisterKernel(kernel.kernelName, kernel.backendName);
  registerKernel(kernel);
}
