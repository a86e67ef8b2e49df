import { cpuBackend } from '@cropgrad/backend-cpu';
import { type Capabilities, type CropBackend, registerCropBackend } from '@cropgrad/core/backend';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';

/** Makes a backend of the cpu kernels with other capabilities, or without some kernels, the current one. */
export function mountPartial(
  capabilities: Partial<Capabilities>,
  kernels: Partial<CropBackend<MathBackendCPU, Capabilities>['kernels']> = {},
): void {
  const cpu = tf.engine().findBackend('cpu');
  tf.registerBackend('partial', () => Object.create(cpu, { dispose: { value: () => {} } }), 0);
  for (const { kernelName } of tf.getKernelsForBackend('partial')) tf.unregisterKernel(kernelName, 'partial');
  tf.copyRegisteredKernels('cpu', 'partial');
  registerCropBackend<MathBackendCPU>({
    contract: 2,
    tfBackend: 'partial',
    capabilities: { ...cpuBackend.capabilities, ...capabilities },
    kernels: { ...cpuBackend.kernels, ...kernels },
  });
  tf.setBackend('partial');
}

/** The capabilities of backend-cpu without antialias, for what has no fused kernels. */
export const withoutAntialias: Capabilities = {
  ...cpuBackend.capabilities,
  sampling: cpuBackend.capabilities.sampling.map((product) => ({ ...product, antialias: false })),
};
