import type { KernelBackend } from '@tensorflow/tfjs-core';
import type { Capabilities } from './capabilities.js';
import type { CONTRACT } from './contract.js';
import type { CropKernels } from './kernels.js';

/**
 * A backend is plain data. Its kernels have no global state. They trust their arguments, as core has checked them. Their
 * results share no memory with their inputs, and they dispose everything else that they make.
 */
export interface CropBackend<
  B extends KernelBackend = KernelBackend,
  C extends Capabilities | ((backend: B) => Capabilities) = Capabilities | ((backend: B) => Capabilities),
> {
  /** The version of the contract that the kernels were written for, written as a number: core refuses another one. */
  contract: typeof CONTRACT;
  /** The name of the tfjs backend whose tensors the kernels take, e.g. `'cpu'`. */
  tfBackend: string;
  /** What the kernels can do. If it depends on the device, a function, which core calls once the device has started. */
  capabilities: C;
  /**
   * The five required kernels, those of a perspective grid if that is declared, and any of the optional ones; see
   * {@link CropKernelArgs}.
   */
  kernels: CropKernels<B>;
}
