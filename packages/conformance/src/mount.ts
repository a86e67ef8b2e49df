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

/** A backend under test, registered under a new tfjs name. */
export interface Mounted {
  /** Its capabilities on this device, and its kernels. */
  readonly backend: Subject;
  /** The new tfjs name. */
  readonly name: string;
  /** Runs something while the backend is tfjs's current one, and then restores the one before. */
  use<T>(run: () => Promise<T>): Promise<T>;
  unmount(): void;
}

let mounts = 0;

/**
 * Registers a crop backend under a new tfjs name, over the same tfjs backend instance. So correct and broken backends run side
 * by side, and what is registered under the real name does not change. Only the tfjs backend's own kernels are copied.
 * Rejects with `NO_BACKEND` if the tfjs backend is not registered or does not start, and with `INVALID_BACKEND` if the
 * argument is not a backend.
 */
export async function mount<B extends KernelBackend>(backend: CropBackend<B>): Promise<Mounted> {
  const { tfBackend } = requireBackend('mount: the backend', backend);
  const before = currentBackend();
  if (!findBackendFactory(tfBackend)) throw noBackend(tfBackend, 'no backend of this name');
  if (!(await setBackend(tfBackend))) throw noBackend(tfBackend, 'a backend that does not start');
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
    expected: 'a registered tfjs backend that starts: the one that the crop backend is for',
    next: `Import the package that registers '${tfBackend}' before the suite runs`,
  });
}

function currentBackend(): string | undefined {
  return getBackend() || undefined;
}
