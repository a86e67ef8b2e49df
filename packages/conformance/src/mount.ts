import { CropError } from '@cropgrad/core';
import { type CropBackend, capabilitiesOf, KERNEL_PREFIX, registerCropBackend } from '@cropgrad/core/backend';
import {
  backend as backendInstance,
  findBackendFactory,
  getBackend,
  getKernelsForBackend,
  type KernelBackend,
  registerBackend,
  registerKernel,
  removeBackend,
  setBackend,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import type { Subject } from './check.js';
import { lentBackend } from './lent-backend.js';
import { requireBackend } from './require-backend.js';

/** A backend under test, under a tfjs name of its own. */
export interface Mounted {
  /** What it declares, on this device, and its kernels. */
  readonly backend: Subject;
  /** The fresh tfjs name. */
  readonly name: string;
  /** Runs something while the backend is tfjs's current one, and gives back the one before. */
  use<T>(run: () => Promise<T>): Promise<T>;
  unmount(): void;
}

let mounts = 0;

/**
 * Registers a crop backend under a fresh tfjs name, over the same tfjs backend instance: sound and broken ones run side
 * by side, and what is registered under the real name is never touched. Only the tfjs backend's own kernels come along.
 * Rejects with `NO_BACKEND` when the tfjs backend is not there or does not start, and with `INVALID_BACKEND` when what is
 * given is no backend.
 */
export async function mount<B extends KernelBackend>(backend: CropBackend<B>): Promise<Mounted> {
  const { tfBackend } = requireBackend('mount: the backend', backend);
  const before = currentBackend();
  if (!findBackendFactory(tfBackend)) throw noBackend(tfBackend, 'no such backend registered');
  if (!(await setBackend(tfBackend))) throw noBackend(tfBackend, 'one that does not start');
  // The factory of this name made it, so that it is what the kernels take.
  const real = backendInstance() as B;
  if (before !== undefined) await setBackend(before);

  const capabilities = capabilitiesOf(backend, real);
  const name = `${tfBackend}-under-test-${++mounts}`;
  // Not disposed with the mount: the instance belongs to tfBackend.
  const lent = lentBackend(real);
  registerBackend(name, () => lent, 0);
  for (const kernel of getKernelsForBackend(tfBackend)) {
    if (!kernel.kernelName.startsWith(KERNEL_PREFIX)) registerKernel({ ...kernel, backendName: name });
  }
  registerCropBackend({ ...backend, tfBackend: name });

  return {
    backend: { tfBackend, capabilities, kernels: backend.kernels },
    name,
    async use(run) {
      const previous = currentBackend();
      await setBackend(name);
      try {
        return await run();
      } finally {
        await setBackend(previous ?? tfBackend);
      }
    },
    unmount() {
      removeBackend(name);
      for (const { kernelName } of getKernelsForBackend(name)) unregisterKernel(kernelName, name);
    },
  };
}

function noBackend(tfBackend: string, got: string): CropError {
  return new CropError('NO_BACKEND', {
    what: `the tfjs backend '${tfBackend}'`,
    got,
    expected: 'the tfjs backend that the crop backend is for, registered and ready',
    next: `Import the package that registers '${tfBackend}' before the suite runs`,
  });
}

function currentBackend(): string | undefined {
  return getBackend() || undefined;
}
