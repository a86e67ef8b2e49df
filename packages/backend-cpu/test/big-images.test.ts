import { cpuBackend } from '@cropgrad/backend-cpu';
import { CropError } from '@cropgrad/core';
import { expect, it } from 'vitest';
import { affineSample } from '../src/affine-sample.js';

const attrs = {
  mode: 'nearest',
  paddingMode: 'zeros',
  alignCorners: false,
  dataFormat: 'NHWC',
  fillValue: 0,
  imageIndex: new Int32Array(1),
} as const;

it('a crop that skips most columns reads the right ones', () => {
  const image = Float32Array.from({ length: 400 }, (_, i) => i);
  const theta = Float32Array.of(1, 0, 0, 0, 1, 0);
  // The centres of two and of three equal parts of 400 pixels, half to even.
  expect(affineSample(image, [1, 1, 400, 1], theta, { ...attrs, size: [1, 2] })).toEqual(Float32Array.of(100, 300));
  expect(affineSample(image, [1, 1, 400, 1], theta, { ...attrs, size: [1, 3] })).toEqual(Float32Array.of(66, 200, 333));
});

/** The answer to a call about an image of so many values, which are not there: no test has room for them. */
function sampleImageOf(length: number): unknown {
  const values: Record<string, object> = { image: { length }, grid: new Float32Array(2) };
  const backend = {
    data: { get: (id: string) => ({ values: values[id] }) },
    makeTensorInfo: () => 'an answer',
  };
  const image = { dataId: 'image', shape: [1, 1, length, 1], dtype: 'float32' };
  const grid = { dataId: 'grid', shape: [1, 1, 1, 2], dtype: 'float32' };
  return Reflect.apply(cpuBackend.kernels.GridSample, undefined, [{ inputs: { image, grid }, attrs, backend }]);
}

it('refuses an image of more values than an int32 can count', () => {
  expect(sampleImageOf(2 ** 31 - 1)).toBe('an answer');
  expect(() => sampleImageOf(2 ** 31)).toThrow(CropError);
  expect(() => sampleImageOf(2 ** 31)).toThrow(/2147483648 values.*at most 2147483647.*UNSUPPORTED/);
});
