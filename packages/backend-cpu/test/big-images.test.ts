import { cpuBackend } from '@cropgrad/backend-cpu';
import { CropError } from '@cropgrad/core';
import { expect, it } from 'vitest';
import { affineSample, affineSampleGradImage } from '../src/kernels.js';
import { PLAIN_RULES } from './plain-rules.js';

const attrs = {
  mode: 'nearest',
  paddingMode: 'zeros',
  alignCorners: false,
  dataFormat: 'NHWC',
  ...PLAIN_RULES,
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

it('so do many crops of one call, each of other columns', () => {
  const image = Float32Array.from({ length: 400 }, (_, i) => i);
  const shifts = Array.from({ length: 12 }, (_, n) => (10 * n + 1) / 400);
  const thetas = Float32Array.from(shifts.flatMap((shift) => [0.5, 0, shift, 0, 1, 0]));
  const imageIndex = new Int32Array(12);
  const crops = affineSample(image, [1, 1, 400, 1], thetas, { ...attrs, imageIndex, size: [1, 2] });
  // Pixels 150 and 250, and 5 further with every crop.
  expect([...crops]).toEqual(shifts.flatMap((_, n) => [150 + 5 * n, 250 + 5 * n]));
});

it('a crop that skips most columns of a volume reads and writes the right ones, also after a sheared one', () => {
  const shape = [1, 2, 2, 400, 1];
  const sheared = [1, 0.1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];
  const box = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];
  const theta = Float32Array.of(...sheared, ...box);
  const two = { ...attrs, mode: 'bilinear', size: [1, 1, 2], imageIndex: new Int32Array(2) } as const;
  const volume = Float32Array.from({ length: 4 * 400 }, (_, i) => i % 400);
  // The box's points are in the middle of eight voxels each: columns 99 and 100, and columns 299 and 300.
  expect(affineSample(volume, shape, theta, two).subarray(2)).toEqual(Float32Array.of(99.5, 299.5));
  const dvolume = affineSampleGradImage(Float32Array.of(0, 0, 8, 16), [2, 1, 1, 2, 1], theta, {
    ...two,
    imageShape: shape,
  });
  const row = new Float32Array(400);
  row.fill(1, 99, 101).fill(2, 299, 301);
  for (let i = 0; i < 4; i++) expect(dvolume.subarray(400 * i, 400 * (i + 1))).toEqual(row);
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
  return Reflect.apply(cpuBackend.kernels.GridSample, undefined, [
    { inputs: { image, grid }, attrs, backend, shape: grid.shape },
  ]);
}

it('refuses an image of more values than an int32 can count', () => {
  expect(sampleImageOf(2 ** 31 - 1)).toBe('an answer');
  expect(() => sampleImageOf(2 ** 31)).toThrow(CropError);
  expect(() => sampleImageOf(2 ** 31)).toThrow(/2147483648 values.*at most 2147483647.*UNSUPPORTED/);
});
