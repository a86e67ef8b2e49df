import type { KernelBackend } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import { attempt } from '../inputs/attempt.js';
import { describeValue } from '../inputs/describe-value.js';
import { DATA_FORMATS, MODES, PADDING_MODES } from '../inputs/options.js';
import type { CropBackend } from './backend.js';
import type { Capabilities } from './capabilities.js';
import { type CropKernelName, FUSED_KERNELS, REQUIRED_KERNELS } from './kernels.js';

/** What each capability may be: a test of its value, and the same in words. */
const CAPABILITIES: { [K in keyof Required<Capabilities>]: [test: (value: unknown) => boolean, words: string] } = {
  modes: listOf(MODES),
  paddingModes: listOf(PADDING_MODES),
  dimensions: listOf([2, 3]),
  dataFormats: listOf(DATA_FORMATS),
  imageDtypes: [
    (value) => isListOf(value, ['float32', 'int32', 'bool']) && value.includes('float32'),
    "dtypes with 'float32' among them",
  ],
  precision: [(value) => value === 'f32' || value === 'f16', "'f32' or 'f16'"],
  exactIntegers: [
    (value) => value === undefined || (Number.isInteger(value) && Number(value) > 0),
    'a whole number above 0',
  ],
  flushesDenormals: [(value) => value === undefined || typeof value === 'boolean', 'true or false'],
};

/** Refuses what is not a backend, and says everything that it lacks (`INVALID_BACKEND`). */
export function requireComplete<B extends KernelBackend>(backend: CropBackend<B>): void {
  const tfBackend = attempt(() => backend.tfBackend);
  const isKernel = (name: CropKernelName): boolean => typeof attempt(() => backend.kernels[name]) === 'function';
  const isAbsent = (name: CropKernelName): boolean => attempt(() => backend.kernels[name]) === undefined;
  const problems: string[] = [
    ...REQUIRED_KERNELS.filter((name) => !isKernel(name)),
    ...FUSED_KERNELS.filter((name) => !isKernel(name) && !isAbsent(name)).map((name) => `${name} as a function`),
  ];
  if (!isName(tfBackend)) problems.push('tfBackend');
  for (const [key, [isRight, words]] of Object.entries(CAPABILITIES)) {
    const value: unknown = attempt(() => Reflect.get(backend.capabilities, key));
    if (attempt(() => isRight(value))) continue;
    const wrong = value === undefined ? '' : ` (${words}, not ${describeValue(value)})`;
    problems.push(`capabilities.${key}${wrong}`);
  }
  if (problems.length === 0) return;
  throw new CropError('INVALID_BACKEND', {
    what: `registerCropBackend: the backend${isName(tfBackend) ? ` for '${tfBackend}'` : ''}`,
    got: `${describeValue(backend)} without ${problems.join(', ')}`,
    expected: 'a tfBackend, capabilities and the required kernels',
    next: 'Add what is missing; the fused kernels are optional',
  });
}

function isName(tfBackend: unknown): boolean {
  return typeof tfBackend === 'string' && tfBackend !== '';
}

function listOf(known: readonly unknown[]): [test: (value: unknown) => boolean, words: string] {
  return [(value) => isListOf(value, known), `some of ${known.join(', ')}`];
}

function isListOf(value: unknown, known: readonly unknown[]): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => known.includes(entry));
}
