import type { KernelBackend } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import { attempt } from '../inputs/attempt.js';
import { describeValue } from '../inputs/describe-value.js';
import { DATA_FORMATS, MODES, PADDING_MODES } from '../inputs/options.js';
import type { CropBackend } from './backend.js';
import type { Capabilities } from './capabilities.js';
import { FUSED_KERNELS, REQUIRED_KERNELS } from './kernels.js';

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

/** No list of capabilities is longer: what comes behind could only repeat. */
const LONGEST_LIST = 16;

/**
 * Copies a backend, each part of it read once, so that what is checked is what is used. Refuses what is not a backend, and
 * says everything that it lacks (`INVALID_BACKEND`).
 */
export function completeBackend<B extends KernelBackend>(backend: CropBackend<B>): CropBackend<B> {
  const tfBackend: unknown = attempt(() => backend.tfBackend);
  const given = attempt(() => backend.capabilities);
  const capabilities = copyOf(Object.keys(CAPABILITIES), (key) => copiedList(Reflect.get(Object(given), key)));
  const implemented = attempt(() => backend.kernels);
  const kernels = copyOf([...REQUIRED_KERNELS, ...FUSED_KERNELS], (name) => Reflect.get(Object(implemented), name));
  const problems: string[] = [
    ...REQUIRED_KERNELS.filter((name) => typeof kernels[name] !== 'function'),
    ...FUSED_KERNELS.filter((name) => kernels[name] !== undefined && typeof kernels[name] !== 'function').map(
      (name) => `${name} as a function`,
    ),
  ];
  if (!isName(tfBackend)) problems.push('tfBackend');
  for (const [key, [isRight, words]] of Object.entries(CAPABILITIES)) {
    const value = capabilities[key];
    if (isRight(value)) continue;
    const wrong = value === undefined ? '' : ` (${words}, not ${describeValue(value)})`;
    problems.push(`capabilities.${key}${wrong}`);
  }
  // All parts were just found to be what the type says.
  if (problems.length === 0) return { tfBackend, capabilities, kernels } as unknown as CropBackend<B>;
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

function copyOf(keys: readonly string[], read: (key: string) => unknown): Partial<Record<string, unknown>> {
  return Object.fromEntries(keys.map((key) => [key, attempt(() => read(key))]));
}

function copiedList(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return Array.from({ length: Math.min(value.length, LONGEST_LIST) }, (_, i) => value[i]);
}

function listOf(known: readonly unknown[]): [test: (value: unknown) => boolean, words: string] {
  return [(value) => isListOf(value, known), `some of ${known.join(', ')}`];
}

function isListOf(value: unknown, known: readonly unknown[]): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => known.includes(entry));
}
