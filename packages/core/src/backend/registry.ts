import type { KernelBackend } from '@tensorflow/tfjs-core';
import type { Capabilities } from './capabilities.js';

/** What is known of a registered crop backend. Copies of core read each other's, so its fields keep their meaning. */
export interface Registered {
  tfBackend: string;
  /** The contract that it was registered under. */
  contract: number;
  /** The copy of core that registered it, in words. */
  copy: string;
  /** What the kernels can do on the device of this tfjs backend. Throws `INVALID_BACKEND`. */
  capabilitiesOf: (backend: KernelBackend) => Capabilities;
}

/** What the copies of core in one program know together. */
export interface Registry {
  /** At most one for each contract and tfjs backend. */
  backends: Registered[];
  /** The contracts whose gradients tfjs has. */
  gradients: Set<number>;
}

const KEY = Symbol.for('@cropgrad/core');
const program: typeof globalThis & { [KEY]?: Registry } = globalThis;

/** The one registry of this program: two copies of core share it, as two copies of tfjs share theirs. */
export function registry(): Registry {
  program[KEY] ??= { backends: [], gradients: new Set() };
  return program[KEY];
}
