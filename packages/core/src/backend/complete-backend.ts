import type { KernelBackend } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import { attempt } from '../inputs/attempt.js';
import { describeValue } from '../inputs/describe-value.js';
import type { CropBackend } from './backend.js';
import type { Capabilities, Points, Sampling } from './capabilities.js';
import { CONTRACT } from './contract.js';
import {
  BOX_KERNELS,
  type CropKernelName,
  type CropKernels,
  FUSED_KERNELS,
  JVP_KERNELS,
  OPTIONAL_KERNELS,
  PERSPECTIVE_KERNELS,
  REQUIRED_KERNELS,
} from './kernels.js';
import { readCapabilities } from './read-capabilities.js';
import { THIS_COPY } from './this-copy.js';

/** A backend that was copied and checked. */
export interface CompleteBackend<B extends KernelBackend> {
  tfBackend: string;
  /** Throws `INVALID_BACKEND` where capabilities that depend on the device are not what they must be. */
  capabilitiesOf: (backend: B) => Capabilities;
  kernels: CropKernels<B>;
}

/**
 * Copies a backend, each part of it read once, so that what is checked is what is used. Refuses what is not a backend of
 * this contract, and says everything that it lacks (`INVALID_BACKEND`).
 */
export function completeBackend<B extends KernelBackend>(backend: CropBackend<B>): CompleteBackend<B> {
  const tfBackend: unknown = attempt(() => backend.tfBackend);
  const what = `registerCropBackend: the backend${isName(tfBackend) ? ` for '${tfBackend}'` : ''}`;
  requireContract(what, backend);
  const problems: string[] = [];
  if (!isName(tfBackend)) problems.push('tfBackend');
  const implemented = attempt(() => backend.kernels);
  const kernels: Record<string, unknown> = {};
  for (const name of [...REQUIRED_KERNELS, ...OPTIONAL_KERNELS]) {
    const kernel = attempt(() => Reflect.get(Object(implemented), name));
    const isOptional = OPTIONAL_KERNELS.some((optional) => optional === name);
    if (isOptional && kernel === undefined) continue;
    kernels[name] = kernel;
    if (typeof kernel !== 'function') problems.push(isOptional ? `${name} as a function` : name);
  }
  const isThere: IsThere = (name) => name in kernels;
  if (BOX_KERNELS.filter(isThere).length === 1) problems.push(`both ${BOX_KERNELS.join(' and ')}, or neither`);
  const given = attempt(() => backend.capabilities);
  const capabilitiesOf =
    typeof given === 'function' ? ofDevice(what, given, isThere) : ofAnyDevice(given, isThere, problems);
  // All kernels are functions, and missing kernels have no key.
  if (problems.length === 0) return { tfBackend: String(tfBackend), capabilitiesOf, kernels } as CompleteBackend<B>;
  throw new CropError('INVALID_BACKEND', {
    what,
    got: `${describeValue(backend)} without ${problems.join(', ')}`,
    expected: 'a tfBackend, capabilities and the required kernels',
    next: 'Add what is missing; the fused kernels are optional',
  });
}

/** What a backend can do on the device of this tfjs backend. Throws `INVALID_BACKEND` as `registerCropBackend` does. */
export function capabilitiesOf<B extends KernelBackend>(backend: CropBackend<B>, instance: B): Capabilities {
  return completeBackend(backend).capabilitiesOf(instance);
}

/** A backend made for another contract would give wrong results, without an error. */
function requireContract(what: string, backend: unknown): void {
  const given = attempt(() => Reflect.get(Object(backend), 'contract'));
  if (given === CONTRACT) return;
  const isOlder = given === undefined || Number(given) < CONTRACT;
  const made = given === undefined ? 'none, as in the first contract' : describeValue(given);
  throw new CropError('INVALID_BACKEND', {
    what: `${what}: its contract`,
    got: made,
    expected: `${CONTRACT}, the contract of ${THIS_COPY}`,
    next: isOlder
      ? "Update the backend's package, or write it for this contract: the guide 'Add a backend' says what a backend is"
      : 'Update @cropgrad/core',
  });
}

type IsThere = (kernel: string) => boolean;

function ofAnyDevice(given: unknown, isThere: IsThere, problems: string[]): () => Capabilities {
  const read = readCapabilities(given);
  problems.push(...read.problems, ...lacking(read.capabilities, isThere));
  return () => read.capabilities;
}

/** The kernels that are not there though what is declared needs them. */
function lacking({ sampling, order }: Capabilities, isThere: IsThere): string[] {
  const declares = (points: Points, isMeant = (_: Sampling): boolean => true): boolean =>
    sampling.some((product) => attempt(() => product.points.includes(points) && isMeant(product)) === true);
  const isAntialiased = ({ antialias }: Sampling): boolean => antialias === true;
  const needed = (kernels: readonly CropKernelName[], declared: string): string[] =>
    kernels.filter((name) => !isThere(name)).map((name) => `${name}, as it declares ${declared}`);
  return [
    ...(declares('perspective') ? needed(['PerspectiveGrid', 'PerspectiveGridGradTheta'], "'perspective'") : []),
    ...(declares('affine', isAntialiased) ? needed(FUSED_KERNELS, 'antialias') : []),
    ...(declares('perspective', isAntialiased) ? needed(PERSPECTIVE_KERNELS, "antialias with 'perspective'") : []),
    ...(order === 2 ? needed(JVP_KERNELS, 'order: 2') : []),
  ];
}

/** Asks once per device, when it has started. */
function ofDevice<B extends KernelBackend>(
  what: string,
  ask: (backend: B) => unknown,
  isThere: IsThere,
): (backend: B) => Capabilities {
  const known = new WeakMap<B, Capabilities>();
  return (backend) => {
    const before = known.get(backend);
    if (before) return before;
    const { capabilities, problems: wrong } = readCapabilities(answer(what, ask, backend));
    const problems = [...wrong, ...lacking(capabilities, isThere)];
    if (problems.length > 0) throw wrongOfDevice(what, `capabilities without ${problems.join(', ')}`);
    known.set(backend, capabilities);
    return capabilities;
  };
}

/** If the function throws a CropError, it is passed on: it says more, e.g. that the device is lost. */
function answer<B>(what: string, ask: (backend: B) => unknown, backend: B): unknown {
  try {
    return ask(backend);
  } catch (error) {
    if (error instanceof CropError) throw error;
    throw wrongOfDevice(what, `an error: ${error instanceof Error ? error.message : describeValue(error)}`);
  }
}

function wrongOfDevice(what: string, got: string): CropError {
  return new CropError('INVALID_BACKEND', {
    what: `${what}: its capabilities on this device`,
    got,
    expected: 'all capabilities',
    next: 'Return all of them from the function',
  });
}

function isName(tfBackend: unknown): boolean {
  return typeof tfBackend === 'string' && tfBackend !== '';
}
