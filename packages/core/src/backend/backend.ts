import type { KernelBackend } from '@tensorflow/tfjs-core';
import type { Capabilities } from './capabilities.js';
import type { CONTRACT } from './contract.js';
import type { CropKernels } from './kernels.js';

/**
 * A backend is plain data. Its kernels own no global state, trust their arguments (core has checked them), give back
 * tensors that share nothing with their inputs, and dispose what else they made.
 */
export interface CropBackend<
  B extends KernelBackend = KernelBackend,
  C extends Capabilities | ((backend: B) => Capabilities) = Capabilities | ((backend: B) => Capabilities),
> {
  /** The version of the contract that the kernels were written for, as a literal: the error for another one says so. */
  contract: typeof CONTRACT;
  /** The name of the tfjs backend whose tensors the kernels take, e.g. `'cpu'`. */
  tfBackend: string;
  /** What the kernels can do; a function where that depends on the device, which is asked once it has started. */
  capabilities: C;
  /**
   * The five required kernels, those of a perspective grid where that is declared, and as many of the fused ones as there
   * are; see {@link CropKernelArgs}.
   */
  kernels: CropKernels<B>;
}
