import {
  getKernel,
  type KernelBackend,
  type KernelFunc,
  registerKernel,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { type AnyKernel, adaptKernel } from './adapt.js';
import type { CropBackend } from './backend.js';
import { completeBackend } from './complete-backend.js';
import { composeFusedKernels } from './compose.js';
import { CONTRACT, KERNEL_PREFIX } from './contract.js';
import { GRADIENTS } from './gradients.js';
import { OPTIONAL_KERNELS, REQUIRED_KERNELS } from './kernels.js';
import { registerGradients } from './register-gradients.js';
import { type Registered, registry } from './registry.js';
import { THIS_COPY } from './this-copy.js';

/**
 * Registers a backend: its kernels run when its tfjs backend is the current one. They replace those that were registered
 * for that tfjs backend before. Fused kernels that the backend does not have are composed from the others. The backend is
 * copied, so changes to it later have no effect. `@cropgrad/core` exports this function, too, because backends of the first
 * contract import it from there; they get an error that they are too old.
 * Throws `INVALID_BACKEND` if the backend is for another contract, or if a capability, a required kernel, or a kernel that
 * its capabilities need is missing or wrong.
 */
export function registerCropBackend<B extends KernelBackend>(backend: CropBackend<B>): void {
  const { tfBackend, capabilitiesOf, kernels: given } = completeBackend(backend);
  const kernels = composeFusedKernels(given);
  // tfjs's registry knows backends and kernels by name only: their precise types end here, and runCropKernel takes
  // the kernels' up again.
  const registered = {
    tfBackend,
    contract: CONTRACT,
    copy: THIS_COPY,
    capabilitiesOf: capabilitiesOf as Registered['capabilitiesOf'],
  };
  for (const name of [...REQUIRED_KERNELS, ...OPTIONAL_KERNELS]) {
    const kernelName = KERNEL_PREFIX + name;
    if (getKernel(kernelName, tfBackend)) unregisterKernel(kernelName, tfBackend);
    const kernel = kernels[name];
    if (!kernel) continue;
    const adapted = adaptKernel(name, kernel as AnyKernel, registered);
    registerKernel({ kernelName, backendName: tfBackend, kernelFunc: adapted as unknown as KernelFunc });
  }
  const { backends } = registry();
  const before = backends.findIndex((one) => one.tfBackend === tfBackend && one.contract === CONTRACT);
  if (before >= 0) backends.splice(before, 1);
  backends.push(registered);
  registerGradients(GRADIENTS);
}
