import { CropError } from '@cropgrad/core/backend';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';

/** Bytes of a float32 or an int32. */
const BYTES = 4;

/** Kernels count in int32. */
const MOST_NUMBERS = 2 ** 31 - 1;

/**
 * Throws `OUT_OF_MEMORY` for an array that is larger than a buffer of the device may be. Without this check it would run and give zeros.
 */
export function requireRoom({ device }: WebGPUBackend, what: string, length: number): void {
  const { maxBufferSize, maxStorageBufferBindingSize } = device.limits;
  const most = Math.min(maxBufferSize, maxStorageBufferBindingSize, MOST_NUMBERS * BYTES);
  if (length * BYTES <= most) return;
  throw new CropError('OUT_OF_MEMORY', {
    what: `webgpu: ${what}`,
    got: `${length} numbers, ${length * BYTES} bytes`,
    expected: `at most ${most} bytes, as this device allows`,
    next: 'Make fewer or smaller crops at a time, or use smaller images',
  });
}
