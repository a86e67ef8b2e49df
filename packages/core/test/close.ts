import type { Tensor } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';

/**
 * Expects a tensor to have a shape and values, each within `tolerance` of max(1, |value|). tfjs's own comparison calls
 * any two non-finite values close; here they must be equal.
 */
export function expectClose(actual: Tensor, shape: number[], values: ArrayLike<number>, tolerance = 1e-6): void {
  expect(actual.shape).toEqual(shape);
  const found = actual.dataSync();
  expect(found.length).toBe(values.length);
  for (let i = 0; i < found.length; i++) {
    const wanted = values[i];
    const near = Math.abs(found[i] - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
    if (!near && !Object.is(found[i] + 0, wanted + 0)) expect.fail(`element ${i}: got ${found[i]}, expected ${wanted}`);
  }
}
