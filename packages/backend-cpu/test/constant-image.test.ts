import { type DataFormat, MODES, PADDING_MODES } from '@cropgrad/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affineGrid, affineSample, gridSample, type ImageArray } from '../src/kernels.js';
import { PLAIN_RULES } from './plain-rules.js';

/** Whole numbers that float32 holds: a byte, the last below 2^24, and those from there to 2^31 in their steps. */
const constant = fc.oneof(
  fc.integer({ min: -255, max: 255 }),
  fc.integer({ min: 2 ** 24 - 9, max: 2 ** 24 }),
  fc.integer({ min: 2 ** 23, max: 2 ** 24 }).map((i) => 2 * i),
  fc.integer({ min: 2 ** 24 - 9, max: 2 ** 24 - 1 }).map((i) => 128 * i),
);
const length = fc.integer({ min: 1, max: 9 });
const entry = fc.double({ min: -1.3, max: 1.3, noNaN: true });

const crops = fc
  .record({
    dimensions: fc.constantFrom(2, 3),
    lengths: fc.tuple(length, length, length),
    outputs: fc.tuple(length, length, length),
    channels: fc.integer({ min: 1, max: 8 }),
    entries: fc.array(entry, { minLength: 12, maxLength: 12 }),
    way: fc.constantFrom('box', 'theta', 'grid'),
    whole: fc.boolean(),
    antialias: fc.constantFrom(0, 1, 1.7),
    value: constant,
    mode: fc.constantFrom(...MODES),
    paddingMode: fc.constantFrom(...PADDING_MODES),
    alignCorners: fc.boolean(),
    dataFormat: fc.constantFrom<DataFormat[]>('NHWC', 'NCHW'),
  })
  .map(({ dimensions, lengths, outputs, channels, entries, way, whole, value, antialias, ...options }) => {
    const spatial = lengths.slice(0, dimensions);
    const shape = options.dataFormat === 'NHWC' ? [1, ...spatial, channels] : [1, channels, ...spatial];
    const size = outputs.slice(0, dimensions);
    const theta = Float32Array.from(entries.slice(0, dimensions * (dimensions + 1)), (e, k) => {
      const [row, column] = [Math.floor(k / (dimensions + 1)), k % (dimensions + 1)];
      return way === 'box' && row !== column && column !== dimensions ? 0 : e;
    });
    const filter = options.mode === 'nearest' || way === 'grid' ? 0 : antialias;
    const attrs = {
      ...PLAIN_RULES,
      antialias: filter,
      ...options,
      fillValue: value,
      size,
      imageIndex: new Int32Array(1),
    };
    const values = shape.reduce((product, n) => product * n);
    /** Samples an image that has `pixel(i)` as its i-th value. */
    const sample = (pixel: (i: number) => number): ImageArray => {
      const image: ImageArray = whole
        ? Int32Array.from({ length: values }, (_, i) => pixel(i))
        : Float32Array.from({ length: values }, (_, i) => pixel(i));
      if (way !== 'grid') return affineSample(image, shape, theta, attrs);
      const grid = affineGrid(theta, 1, size, attrs.alignCorners);
      return gridSample(image, shape, grid, [1, ...size, dimensions], attrs);
    };
    return { mode: options.mode, value, sample };
  });

describe('an image of one whole number, and fill of the same', () => {
  it('comes back exactly, or within 4 steps of float32 by way of bicubic weights', () => {
    fc.assert(
      fc.property(crops, ({ mode, value, sample }) => {
        const tolerance = mode === 'bicubic' ? 4 * 2 ** -23 * Math.abs(value) : 0;
        for (const v of sample(() => value)) {
          if (!(Math.abs(v - value) <= tolerance)) expect.fail(`got ${v}, expected ${value}`);
        }
      }),
    );
  });
});

describe('an image of two whole numbers', () => {
  it('gives nothing above the larger and nothing below the smaller, but by way of bicubic weights', () => {
    fc.assert(
      fc.property(crops, fc.integer({ min: 1, max: 2 ** 20 }), ({ mode, value, sample }, seed) => {
        if (mode === 'bicubic') return;
        // One of the two is what fills, too; the other is smaller by a part that leaves it a float32.
        const other = value / 2;
        const [low, high] = [Math.min(value, other), Math.max(value, other)];
        if (!Number.isInteger(other)) return;
        for (const v of sample((i) => (Math.sin(seed * (i + 1)) < 0 ? value : other))) {
          if (!(v >= low && v <= high)) expect.fail(`got ${v}, expected from ${low} to ${high}`);
        }
      }),
    );
  });
});
