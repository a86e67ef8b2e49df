import type { Tensor4D } from '@tensorflow/tfjs-core';
import type { Picture } from './picture.js';
import type { RegisterOptions } from './register-options.js';
import type { Registration, Step } from './registration.js';

/** Aligns a moving image to a fixed one, or each of a batch of pairs [N,H,W,C]. */
export function register(moving: Picture, fixed: Picture, options?: RegisterOptions): Promise<Registration>;
export function register(moving: Tensor4D, fixed: Tensor4D, options?: RegisterOptions): Promise<Registration[]>;
export function register(
  _moving: Picture | Tensor4D,
  _fixed: Picture | Tensor4D,
  _options: RegisterOptions = {},
): Promise<Registration | Registration[]> {
  throw new Error('not built yet');
}

/** {@link register} of one pair, step by step. */
export function registerSteps(
  _moving: Picture,
  _fixed: Picture,
  _options: RegisterOptions = {},
): AsyncGenerator<Step, Registration> {
  throw new Error('not built yet');
}
