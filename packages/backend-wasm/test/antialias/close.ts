import { expect } from 'vitest';

/** Half a unit in the last place of float32 at 1. */
export const U: number = 2 ** -24;

/** The rounding of one sample in units of U · |pixel|, as the conformance suite allows it. */
export const ROUNDING = { bilinear: 8, bicubic: 48, nearest: 1 } as const;

/** The largest absolute value. */
export function largest(values: ArrayLike<number>): number {
  return Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** Fails unless each value lies within the tolerance, and says which does not. */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  name: string,
): void {
  expect(actual.length).toBe(expected.length);
  for (let k = 0; k < actual.length; k++) {
    if (Math.abs(actual[k] - expected[k]) <= tolerance) continue;
    expect.fail(`${name}[${k}]: got ${actual[k]}, expected ${expected[k]} within ${tolerance}`);
  }
}
