import '@tensorflow/tfjs-backend-cpu';
import { ready, setBackend, tensor1d, tensor2d, tensor4d, image as tfImage } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { noise } from '../src/arbitraries/noise.js';
import type { AffineSampleCase } from '../src/case.js';
import { oracle } from '../src/oracle/index.js';

beforeAll(async () => {
  await setBackend('cpu');
  await ready();
});

/** (y1, x1, y2, x2) of whole images 0 to 1: inside, across each edge, mirrored, of no area, all outside, and a quarter pixel. */
const BOXES = [
  [0, 0, 1, 1],
  [0.25, 0.125, 0.75, 0.875],
  [-0.5, 0.25, 0.5, 1.25],
  [1, 0.75, 0.25, -0.25],
  [0.5, 0.5, 0.5, 0.5],
  [1.25, 1.25, 2, 2],
  [-0.0625, 0, 0.9375, 1.03125],
];
const SIZE: [number, number] = [5, 9];
const FILL = 3;

it.each([
  ['bilinear', 'bilinear'],
  ['nearest', 'nearest'],
] as const)("a cutoff of 0 and halves rounded up are TensorFlow.js's cropAndResize, %s", async (mode, method) => {
  // Sizes at which no coordinate is rounded.
  const image = noise([1, 5, 9, 2], 1);
  const theta = BOXES.map(([y1, x1, y2, x2]) => [x2 - x1, 0, x1 + x2 - 1, 0, y2 - y1, y1 + y2 - 1]);
  const c: AffineSampleCase = {
    op: 'affineSample',
    dimensions: 2,
    image,
    theta: { shape: [BOXES.length, 2, 3], data: theta.flat() },
    size: SIZE,
    options: { mode, paddingMode: 'border', alignCorners: true, fillValue: FILL, cutoff: 0, rounding: 'half-up' },
    dy: noise([BOXES.length, ...SIZE, 2], 2),
  };
  const theirs = tfImage.cropAndResize(
    tensor4d(Float32Array.from(image.data), [1, 5, 9, 2]),
    tensor2d(BOXES),
    tensor1d(
      BOXES.map(() => 0),
      'int32',
    ),
    SIZE,
    method,
    FILL,
  );
  const ours = oracle(c, 'output');
  const expected = await theirs.data();
  expect(ours.length).toBe(expected.length);
  expect(Math.max(...ours.map((value, i) => Math.abs(value - expected[i])))).toBeLessThan(
    mode === 'nearest' ? 1e-9 : 3e-7,
  );
  expect(ours.filter((value) => value === FILL).length).toBeGreaterThan(ours.length / 6);
});
