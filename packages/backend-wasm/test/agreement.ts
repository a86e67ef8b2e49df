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

/** The most by which a sample changes in units of the largest pixel, where a coordinate moves by one pixel; and its slope. */
const CHANGE: Record<Mode, number> = { nearest: 0, bilinear: 2, bicubic: 4 };
const BEND: Record<Mode, number> = { nearest: 0, bilinear: 4, bicubic: 20 };

/**
 * Two sides that start from the same float64 coordinates may differ by the rounding of pixels alone: each by what the
 * conformance suite allows one of them, without its part for coordinates. Points may have their coordinates in
 * `float32` on one side, which moves each by up to 4u(|x| + size), as the suite allows: none of the cases lies so near a
 * place where the cell or the nearest pixel changes.
 */
export function expectAgreement(
  actual: Answers,
  expected: Answers,
  c: SampleCase,
  coordinates: 'float64' | 'float32',
): void {
  const { attrs, dy, theta, grid } = c;
  const pixel = Math.max(largest(c.image), Math.abs(attrs.fillValue));
  const spatial = attrs.dataFormat === 'NHWC' ? attrs.imageShape.slice(1, -1) : attrs.imageShape.slice(2);
  const longest = Math.max(...spatial);
  const channels = dy.length / (grid.length / attrs.size.length);
  const points = attrs.size.reduce((product, length) => product * length);
  // What moving a point along every axis changes, its coordinates being as far out as the grid and theta reach.
  const reach = 1 + Math.max(largest(grid), 3 * largest(theta));
  const moved = coordinates === 'float32' ? attrs.size.length * 4 * U * ((reach * longest) / 2 + longest) : 0;
  const sample = (2 * ROUNDING[attrs.mode] * U + CHANGE[attrs.mode] * moved) * pixel;
  // The slopes of bicubic taps add up to at most 3.5 on each axis, those of bilinear ones to 2.
  const slopeRounding = 2 * ROUNDING[attrs.mode] * U * 3.5;
  const slopeUnit = (pixel * longest * channels * largest(dy)) / 2;
  const slope = (slopeRounding + BEND[attrs.mode] * moved) * slopeUnit;
  const total = points * attrs.imageIndex.length * largest(dy);
  close(actual, expected, 'affineGrid', 4 * U * (largest(theta) * 4 + 1));
  close(actual, expected, 'affineGridGradTheta', 2 * (points + 8) * U * points * largest(grid));
  close(actual, expected, 'gridSample', sample);
  close(actual, expected, 'affineSample', sample);
  close(actual, expected, 'gridSampleGradGrid', slope);
  const image = ((2 * ROUNDING[attrs.mode] + points) * U + CHANGE[attrs.mode] * moved) * total;
  close(actual, expected, 'gridSampleGradImage', image);
  close(actual, expected, 'affineSampleGradImage', image);
  // Each point's slopes, and the rounding of their sum, which is at most 3.5 · slopeUnit for each point.
  close(actual, expected, 'affineSampleGradTheta', (slope + (points + 8) * U * 3.5 * slopeUnit) * points);
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
