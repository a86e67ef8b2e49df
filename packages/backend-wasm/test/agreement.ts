import type { Mode } from '@cropgrad/core';
import { expect } from 'vitest';
import type { Answers } from './run-kernels.js';
import type { SampleCase } from './sample-case.js';

/** Half a unit in the last place of float32 at 1. */
const U = 2 ** -24;

/** Products this small are rounded to whole steps of the smallest float32, whatever their size. */
const UNDERFLOW = 2 ** -140;

/** The rounding of one sample in units of U · |pixel|, as the conformance suite allows it. */
const ROUNDING: Record<Mode, number> = { nearest: 1, bilinear: 8, bicubic: 48 };

/**
 * Two sides that start from the same float64 coordinates may differ by the rounding of pixels alone: each by what the
 * conformance suite allows one of them, without its part for coordinates.
 */
export function expectAgreement(actual: Answers, expected: Answers, c: SampleCase): void {
  const { attrs, dy, theta, grid } = c;
  const pixel = Math.max(largest(c.image), Math.abs(attrs.fillValue));
  const sample = 2 * ROUNDING[attrs.mode] * U * pixel;
  const spatial = attrs.dataFormat === 'NHWC' ? attrs.imageShape.slice(1, -1) : attrs.imageShape.slice(2);
  const channels = dy.length / (grid.length / attrs.size.length);
  // The slopes of bicubic taps add up to at most 3.5 on each axis, those of bilinear ones to 2.
  const slope = (sample * 3.5 * Math.max(...spatial) * channels * largest(dy)) / 2;
  const points = attrs.size.reduce((product, length) => product * length);
  const total = points * attrs.imageIndex.length * largest(dy);
  close(actual, expected, 'affineGrid', 4 * U * (largest(theta) * 4 + 1));
  close(actual, expected, 'affineGridGradTheta', 2 * (points + 8) * U * points * largest(grid));
  close(actual, expected, 'gridSample', sample);
  close(actual, expected, 'affineSample', sample);
  close(actual, expected, 'gridSampleGradGrid', slope);
  const image = (2 * ROUNDING[attrs.mode] + points) * U * total;
  close(actual, expected, 'gridSampleGradImage', image);
  close(actual, expected, 'affineSampleGradImage', image);
  // Each point's slopes, and the rounding of their sum, which is at most slope / (2 · ROUNDING · U) for each point.
  const sum = 1 + (points + 8) / (2 * ROUNDING[attrs.mode]);
  close(actual, expected, 'affineSampleGradTheta', slope * points * sum);
}

function close(actual: Answers, expected: Answers, name: keyof Answers, tolerance: number): void {
  expect(actual[name].length, `${name}: length`).toBe(expected[name].length);
  for (let k = 0; k < expected[name].length; k++) {
    const [a, e] = [actual[name][k], expected[name][k]];
    if (!Object.is(a, e) && !(Math.abs(a - e) <= tolerance + UNDERFLOW)) {
      expect.fail(`${name}[${k}]: got ${a}, expected ${e} within ${tolerance}`);
    }
  }
}

function largest(values: ArrayLike<number>): number {
  let max = 0;
  for (let k = 0; k < values.length; k++) max = Math.max(max, Math.abs(values[k]));
  return max;
}
