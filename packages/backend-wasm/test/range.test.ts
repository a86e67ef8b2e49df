import { affineSample, type Mode } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import '../src/index.js';
import { buildBackend } from './build-backend.js';
import { runKernels } from './run-kernels.js';
import { type SampleCase, sampleCase } from './sample-case.js';
import { sampleShared } from './shared-heap.js';

beforeAll(() => tf.setBackend('wasm'));

/** Samples by grid and by theta, in each of the builds. */
const BUILDS: Record<string, (c: SampleCase) => Float32Array[]> = {
  simd: (c) => samples(c, 'simd'),
  scalar: (c) => samples(c, 'scalar'),
  sharedSimd: sampleShared,
};

function samples(c: SampleCase, build: 'simd' | 'scalar'): Float32Array[] {
  const { gridSample, affineSample } = runKernels(buildBackend(build), c);
  return [gridSample, affineSample];
}

/** Cases whose coordinates are often whole, or a few units in the last place beside it, and whose pixels are replaced. */
function caseOf(mode: Mode, pixels: fc.Arbitrary<number[]>): fc.Arbitrary<SampleCase> {
  return fc
    .tuple(sampleCase({ mode }), pixels, fc.array(fc.nat(11), { minLength: 7, maxLength: 7 }))
    .map(([c, values, nudges]) => {
      const nudged = (numbers: Float32Array): Float32Array =>
        numbers.map((value, k) => {
          const nudge = nudges[k % 7];
          return nudge > 4 ? value : Math.round(value * 2 ** (k % 4)) / 2 ** (k % 4) + (nudge - 2) * 2 ** -24;
        });
      const image = c.image.map((_, k) => values[(k * k + (k >> 2)) % values.length]);
      return { ...c, image, grid: nudged(c.grid), theta: nudged(c.theta).map((v, k) => (c.theta[k] === 0 ? 0 : v)) };
    });
}

const anyPixel = fc
  .constantFrom(255, 1, 0, -7, 0.1, 1 / 3, 254.99998474121094, 2 ** 24 - 1, 1e-40, -3e38)
  .map(Math.fround);

test.each(Object.entries(BUILDS))('%s: a constant image inside a fill of the same is that constant', (_, run) => {
  const constant = anyPixel.chain((value) =>
    fc.constantFrom<Mode>('bilinear', 'nearest', 'bicubic').chain((mode) => caseOf(mode, fc.constant([value]))),
  );
  fc.assert(
    fc.property(constant, (drawn) => {
      const c = { ...drawn, attrs: { ...drawn.attrs, fillValue: drawn.image[0] } };
      for (const values of run(c)) expect(new Set(values)).toEqual(new Set([c.image[0]]));
    }),
    { numRuns: 700 },
  );
});

test.each(Object.entries(BUILDS))('%s: no sample leaves the range of the pixels and the fill', (_, run) => {
  const whole = fc.integer({ min: -300, max: 300 });
  const any = fc.float({ noNaN: true, min: Math.fround(-1.6e38), max: Math.fround(1.6e38) });
  const two = fc.oneof(fc.tuple(whole, whole), fc.tuple(anyPixel, whole), fc.tuple(any, any)).map((pair) => [...pair]);
  const cases = fc.constantFrom<Mode>('bilinear', 'nearest').chain((mode) => caseOf(mode, two));
  fc.assert(
    fc.property(cases, (c) => {
      const pixels = [...c.image, c.attrs.fillValue];
      const [low, high] = [Math.min(...pixels), Math.max(...pixels)];
      for (const values of run(c)) {
        expect(Math.max(...values)).toBeLessThanOrEqual(high);
        expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
      }
    }),
    { numRuns: 700 },
  );
});

test.each(['simd', 'scalar'] as const)('%s: pixels whose difference overflows are blended all the same', (build) => {
  const huge = fc.constantFrom([3e38, -3e38], [3e38, -3e38, Number.POSITIVE_INFINITY], [Number.POSITIVE_INFINITY]);
  fc.assert(
    fc.property(
      caseOf(
        'bilinear',
        huge.map((values) => values.map(Math.fround)),
      ),
      (drawn) => {
        const c = { ...drawn, image: Float32Array.from(drawn.image), imageDtype: 'float32' as const };
        for (const values of samples(c, build)) {
          const withInfinity = c.image.includes(Number.POSITIVE_INFINITY);
          expect(
            values.every((value) => Math.abs(value) <= Math.fround(3e38) || (withInfinity && value === 1 / 0)),
          ).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test.each([1, 2, 3, 4, 5])('just outside a pixel, samples of %i channels stay between it and the fill', (channels) => {
  const value = fc.float({ noNaN: true, min: -1000, max: 1000 });
  // x = -1 … 8, and from 2^-30 to 2^-22 less: nearly all of the last column's weight is outside.
  const shift = fc.integer({ min: 0, max: 8 }).map((k) => -(2 ** (k - 32)));
  fc.assert(
    fc.property(value, value, shift, fc.boolean(), (pixel, fillValue, nudge, turned) => {
      tf.tidy(() => {
        const [a, b] = turned ? [0, 1.25] : [1.25, 0];
        const image = tf.fill([1, 8, 8, channels], pixel) as tf.Tensor4D;
        const theta = tf.tensor3d([a, b, nudge, b, a, nudge], [1, 2, 3]);
        const values = affineSample(image, theta, [10, 10], { fillValue }).dataSync();
        expect(Math.max(...values)).toBeLessThanOrEqual(Math.max(pixel, fillValue));
        expect(Math.min(...values)).toBeGreaterThanOrEqual(Math.min(pixel, fillValue));
      });
    }),
    { numRuns: 500 },
  );
});

test.each([1, 2, 3, 4, 5])(
  'a coordinate that float32 takes for a pixel gives that pixel, with %i channels',
  (channels) => {
    tf.tidy(() => {
      const image = tf.randomNormal<tf.Rank.R4>([1, 9, 9, channels], 0, 1, 'float32', 7);
      const shift = -1e-13;
      for (const turned of [false, true]) {
        const [a, b] = [Number(!turned), Number(turned)];
        const crops = affineSample(image, tf.tensor3d([a, b, shift, b, a, shift], [1, 2, 3]), [9, 9]);
        const expected = turned ? tf.transpose(image, [0, 2, 1, 3]) : image;
        const inside = (x: tf.Tensor4D): number[] => [...tf.slice(x, [0, 1, 1, 0], [1, 8, 8, channels]).dataSync()];
        expect(inside(crops)).toEqual(inside(expected));
      }
    });
  },
);
