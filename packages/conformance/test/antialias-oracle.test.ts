import { PADDING_MODES } from '@cropgrad/core';
import { describe, expect, it } from 'vitest';
import { noise } from '../src/arbitraries/noise.js';
import type { NdArray, Quantity } from '../src/case.js';
import type { AntialiasedCase, AntialiasOptions } from '../src/oracle/antialias/filtering.js';
import { oracle } from '../src/oracle/index.js';

/** So far an entry is moved either way; float64 loses nine digits of a difference, and truncation none that count. */
const STEP = 1e-6;

const THETAS: readonly (readonly [name: string, numbers: readonly number[]])[] = [
  ['a box', [0.613, 0, 0.217, 0, -0.411, -0.119]],
  ['general', [0.613, 0.307, 0.217, -0.271, 0.391, -0.119]],
  ['magnifying along x', [0.113, 0.057, 0.217, -0.271, 0.891, -0.119]],
  ['partly outside', [0.713, 0.241, -0.913, 0.571, -0.591, 0.819]],
];
const VOLUME = [0.613, 0.207, 0.101, 0.217, -0.271, 0.491, 0.133, -0.119, 0.077, -0.043, 0.709, 0.031];
const VIEWS = [
  [0.613, 0.307, 0.217, -0.271, 0.391, -0.119, 0.211, -0.131, 1],
  [-1.213, 0.107, 0.117, 0.171, -1.391, 0.319, 0.301, 0.231, -1.7],
];

const options: AntialiasOptions[] = PADDING_MODES.flatMap((paddingMode) =>
  (['bilinear', 'bicubic'] as const).flatMap((mode) =>
    [false, true].map((alignCorners) => ({
      mode,
      paddingMode,
      alignCorners,
      fillValue: 0.7,
      antialias: true,
    })),
  ),
);

const image = noise([1, 11, 13, 2], 1);
const plain = { dimensions: 2, image, size: [3, 4], dy: noise([1, 3, 4, 2], 2) } as const;
const cases: (readonly [string, AntialiasedCase])[] = options.flatMap((each) => [
  ...THETAS.map(([name, data]) =>
    made(name, { op: 'affineSample', ...plain, theta: theta([2, 3], data), options: each }),
  ),
  made('a box', { op: 'crop', ...plain, boxes: array([1, 4], [-0.413, 0.219, 0.911, -0.517]), options: each }),
  made('widened', {
    op: 'affineSample',
    ...plain,
    theta: theta([2, 3], THETAS[3][1]),
    options: { ...each, antialias: { widen: 1.7 }, cubicCoefficient: -0.75 },
  }),
  ...VIEWS.map((data) =>
    made('a view', { op: 'perspectiveSample', ...plain, theta: theta([3, 3], data), options: each }),
  ),
  made('a volume', {
    op: 'affineSample',
    dimensions: 3,
    image: noise([1, 5, 7, 4, 1], 3),
    theta: theta([3, 4], VOLUME),
    size: [2, 3, 2],
    dy: noise([1, 2, 3, 2, 1], 4),
    options: each,
  }),
]);

function made(name: string, c: AntialiasedCase): readonly [string, AntialiasedCase] {
  const { mode, paddingMode, alignCorners } = c.options;
  return [`${c.op}: ${name}, ${mode}, ${paddingMode}, alignCorners=${alignCorners}`, c];
}

describe.each(cases)('the oracle under antialias: %s', (_, c) => {
  it('has the gradient of its own differences', () => {
    const [name, quantity] = c.op === 'crop' ? (['boxes', 'dBoxes'] as const) : (['theta', 'dTheta'] as const);
    const moved: NdArray = Reflect.get(c, name);
    const gradient = oracle(c, quantity);
    const scale = Math.max(1, ...gradient.map(Math.abs));
    gradient.forEach((slope, entry) => {
      const at = (by: number): number => {
        const data = Array.from(moved.data, (value, i) => (i === entry ? value + by : value));
        return dot(oracle({ ...c, [name]: { ...moved, data } }, 'output'), c.dy.data);
      };
      const difference = (at(STEP) - at(-STEP)) / (2 * STEP);
      expect(Math.abs(slope - difference) / scale, `entry ${entry}: ${slope}, ${difference}`).toBeLessThan(1e-6);
    });
  });

  it('has the adjoint for the gradient of its image', () => {
    const linear = { ...c, options: { ...c.options, fillValue: 0 } };
    const forward = dot(oracle(linear, 'output'), c.dy.data);
    expect(dot(c.image.data, oracle(linear, 'dImage'))).toBeCloseTo(forward, 12);
  });

  it('keeps a constant, and gives it no slope', () => {
    const gray = { ...c, image: { ...c.image, data: Array(c.image.data.length).fill(0.7) } };
    for (const value of oracle(gray, 'output')) expect(value).toBeCloseTo(0.7, 12);
    const quantity: Quantity = c.op === 'crop' ? 'dBoxes' : 'dTheta';
    for (const slope of oracle(gray, quantity)) expect(slope).toBeCloseTo(0, 11);
  });
});

function theta(shape: readonly number[], data: readonly number[]): NdArray {
  return array([1, ...shape], data);
}

function array(shape: readonly number[], data: readonly number[]): NdArray {
  return { shape, data };
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
