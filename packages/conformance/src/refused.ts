import { type TensorContainer, tidy } from '@tensorflow/tfjs-core';
import { CheckFailure } from './check.js';

/**
 * The error, if a call throws a CropError with this code, in a tidy. It is known by its name, as copies of core have a class
 * each.
 */
export function requireRefused(code: string, call: () => unknown, what = ''): Error {
  const thrown = thrownBy(call);
  if (thrown instanceof Error && thrown.name === 'CropError' && Reflect.get(thrown, 'code') === code) return thrown;
  const name = what === '' ? '' : `${what}: `;
  throw new CheckFailure(`${name}expected a CropError with code ${code}, got ${thrown ?? 'an answer'}`);
}

function thrownBy(call: () => unknown): unknown {
  try {
    tidy((): TensorContainer => {
      call();
    });
    return undefined;
  } catch (error) {
    return error;
  }
}
