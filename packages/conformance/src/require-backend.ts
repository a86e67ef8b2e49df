import { CropError } from '@cropgrad/core';
import type { Capabilities, CropBackend } from '@cropgrad/core/backend';
import type { KernelBackend } from '@tensorflow/tfjs-core';
import { shown } from './shown.js';

const LISTS = ['sampling', 'dataFormats', 'imageDtypes'] as const;

/**
 * The value, if it has all that says which checks concern a backend (`INVALID_BACKEND`); registering it says the rest.
 */
export function requireBackend<B extends KernelBackend>(
  what: string,
  value: CropBackend<B, Capabilities>,
): CropBackend<B, Capabilities> {
  const fault = faultOf(value);
  if (fault === undefined) return value;
  throw new CropError('INVALID_BACKEND', {
    what,
    got: fault,
    expected: 'a CropBackend: an object with tfBackend, capabilities and kernels',
    next: 'Give what registerCropBackend of @cropgrad/core takes',
  });
}

function faultOf<B extends KernelBackend>(value: CropBackend<B, Capabilities>): string | undefined {
  if (!isObject(value)) return shown(value);
  try {
    const { tfBackend, capabilities, kernels } = value;
    if (typeof tfBackend !== 'string' || tfBackend === '') return `one whose tfBackend is ${shown(tfBackend)}`;
    if (!isObject(kernels)) return `one whose kernels are ${shown(kernels)}`;
    if (!isObject(capabilities)) return `one whose capabilities are ${shown(capabilities)}`;
    const missing = LISTS.filter((name) => !Array.isArray(capabilities[name]) || capabilities[name].length === 0);
    return missing.length === 0 ? undefined : `one whose capabilities list no ${missing.join(', ')}`;
  } catch {
    // A getter or a proxy stands in the way.
    return 'one that throws when it is read';
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
