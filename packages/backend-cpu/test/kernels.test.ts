import { affineGrid, affineSample, affineSampleGradTheta, gridSample } from '@cropgrad/backend-cpu/kernels';
import type { AffineSampleAttrs } from '@cropgrad/core/backend';
import { expect, it } from 'vitest';
import { PLAIN_RULES } from './plain-rules.js';

const attrs: Omit<AffineSampleAttrs, 'size'> = {
  mode: 'bilinear',
  paddingMode: 'zeros',
  alignCorners: false,
  dataFormat: 'NHWC',
  ...PLAIN_RULES,
  fillValue: 0,
  imageIndex: new Int32Array(1),
};
const image = Float32Array.from({ length: 16 }, (_, i) => i);

it('the kernels work on plain arrays, and load no tfjs', () => {
  const theta = new Float32Array([0.5, 0, 0, 0, 0.5, 0]);
  const middle = new Float32Array([5, 6, 9, 10]);
  expect(affineSample(image, [1, 4, 4, 1], theta, { ...attrs, size: [2, 2] })).toEqual(middle);
  const grid = affineGrid(theta, 1, [2, 2], false);
  expect(gridSample(image, [1, 4, 4, 1], grid, [1, 2, 2, 2], attrs)).toEqual(middle);
  const dy = new Float32Array(4).fill(1);
  const dtheta = affineSampleGradTheta(dy, [1, 2, 2, 1], image, [1, 4, 4, 1], theta, { ...attrs, size: [2, 2] });
  // On a ramp that rises by 1 per column and 4 per row, d/dx is 2 and d/dy is 8 at each of the four points.
  expect([...dtheta]).toEqual([0, 0, 8, 0, 0, 32]);
  expect('_tfengine' in globalThis).toBe(false);
});

it('thetas of float64 are not rounded', () => {
  const ramp = Float32Array.from({ length: 1000 }, (_, i) => i);
  const call = { ...attrs, size: [1, 1] } as const;
  const at = (theta: Float32Array | Float64Array) => affineSample(ramp, [1, 1, 1000, 1], theta, call)[0];
  // The middle of the crop lies at 500 · (1 + 1/1000) - 1/2.
  const numbers = [0.5, 0, 1 / 1000, 0, 1, 0];
  expect(at(Float64Array.from(numbers))).toBe(500);
  expect(at(Float32Array.from(numbers))).toBeCloseTo(500, 3);
});
