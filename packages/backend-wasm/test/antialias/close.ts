import { expect } from 'vitest';
import type { AntialiasCase } from './antialias-case.js';
import type { FusedAnswers } from './run-fused.js';

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

/** Two sides that start from the same float64 coordinates may differ by the rounding of pixels and of sums alone. */
export function expectFusedAgreement(actual: FusedAnswers, expected: FusedAnswers, c: AntialiasCase): void {
  const { attrs, thetaShape, dy } = c;
  const pixel = Math.max(largest(c.image), Math.abs(attrs.fillValue));
  const rounding = ROUNDING[attrs.mode] * U;
  const points = attrs.size.reduce((product, n) => product * n);
  const outputs = points * thetaShape[0];
  const longest = Math.max(
    ...(attrs.dataFormat === 'NHWC' ? attrs.imageShape.slice(1, -1) : attrs.imageShape.slice(2)),
  );
  const channels = dy.length / outputs;
  expectClose(actual.crops, expected.crops, 2 * rounding * pixel, 'crops');
  expectClose(actual.dimage, expected.dimage, (rounding + outputs * U) * largest(dy) * outputs, 'dimage');
  // The slopes of a filter add up to at most 3.5 per pixel, and a unit of theta is half the image; in perspective what nears the
  // horizon is far away, and moves as far.
  const slope = (pixel * longest * channels * largest(dy)) / 2;
  const far = thetaShape[1] === thetaShape[2] ? largest(expected.dtheta) * 4 * U : 0;
  expectClose(actual.dtheta, expected.dtheta, (2 * rounding + (points + 8) * U) * 3.5 * slope * points + far, 'dtheta');
}
