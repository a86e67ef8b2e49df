import { CropError } from '@cropgrad/core';
import { type CropBackend, describeValue } from '@cropgrad/core/backend';
import type { KernelBackend } from '@tensorflow/tfjs-core';

/** The value, if it says which tfjs backend it is for (`INVALID_BACKEND`); mounting it says the rest. */
export function requireBackend<B extends KernelBackend>(what: string, value: CropBackend<B>): CropBackend<B> {
  const fault = faultOf(value);
  if (fault === undefined) return value;
  throw new CropError('INVALID_BACKEND', {
    what,
    got: fault,
    expected: 'a CropBackend: an object with contract, tfBackend, capabilities and kernels',
    next: 'Pass what registerCropBackend of @cropgrad/core/backend takes',
  });
}

function faultOf<B extends KernelBackend>(value: CropBackend<B>): string | undefined {
  if (typeof value !== 'object' || value === null) return describeValue(value);
  try {
    const { tfBackend } = value;
    const isName = typeof tfBackend === 'string' && tfBackend !== '';
    return isName ? undefined : `an object whose tfBackend is ${describeValue(tfBackend)}`;
  } catch {
    // A getter or a proxy stands in the way.
    return 'an object that throws when it is read';
  }
}
