import { affineGrid, affineSample, crop, gridSample, type Mode } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import '../src/index.js';

beforeAll(() => tf.setBackend('wasm'));

const FILLS = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

/** How far the answers with this fill are from those with fill 0: its values, and its gradient by `at`, per value. */
function distances(
  sample: (at: tf.Tensor, fillValue: number) => tf.Tensor,
  at: tf.Tensor,
  fillValue: number,
): number[] {
  const answers = tf.tidy(() => [0, fillValue].map((fill) => tf.valueAndGrad((x) => sample(x, fill))(at)));
  const found = (['value', 'grad'] as const).map((of) => {
    const [expected, actual] = answers.map((answer) => [...answer[of].dataSync()]);
    const scale = expected.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1);
    // NaN is no distance at all: neither side of a comparison.
    return actual.reduce((most, value, k) => {
      const distance = Math.abs(value - expected[k]) / scale;
      return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : Math.max(most, distance);
    }, 0);
  });
  tf.dispose(answers);
  return found;
}

/** Each way to a crop of the box, whose corners are on pixels' centres. */
function waysOf(image: tf.Tensor4D, box: number[], size: [number, number], mode: Mode): (() => number[])[] {
  const options = (fillValue: number) => ({ mode, alignCorners: true, fillValue }) as const;
  const [x1, y1, x2, y2] = box;
  const theta = tf.tensor3d([(x2 - x1) / 2, 0, (x1 + x2) / 2, 0, (y2 - y1) / 2, (y1 + y2) / 2], [1, 2, 3]);
  const turned = tf.tensor3d([0, (x2 - x1) / 2, (x1 + x2) / 2, (y2 - y1) / 2, 0, (y1 + y2) / 2], [1, 2, 3]);
  const grid = affineGrid(theta, size, { alignCorners: true });
  return FILLS.flatMap((fill) => [
    () => distances((b, f) => crop(image, b as tf.Tensor2D, size, options(f)), tf.tensor2d([box]), fill),
    () => distances((t, f) => affineSample(image, t as tf.Tensor3D, size, options(f)), theta, fill),
    () => distances((t, f) => affineSample(image, t as tf.Tensor3D, size, options(f)), turned, fill),
    () => distances((g, f) => gridSample(image, g as tf.Tensor4D, options(f)), grid, fill),
  ]);
}

test.each(['bilinear', 'bicubic', 'nearest'] as const)(
  '%s: a box up to the last pixel is inside, at every size',
  (mode) => {
    for (const channels of [1, 3]) {
      for (let size = 2; size <= 30; size++) {
        for (let width = 2; width <= 41; width += channels) {
          tf.tidy(() => {
            const image = tf.tensor4d(
              Float32Array.from({ length: 3 * size * channels }, (_, k) => Math.sin(k)),
              [1, 3, size, channels],
            );
            const whole = crop(image, [[-1, -1, 1, 1]], [2, width], {
              mode,
              alignCorners: true,
              fillValue: Number.NaN,
            });
            // Bicubic reads two pixels further, so that only columns on pixels read nothing outside.
            const columns =
              mode === 'bicubic' ? tf.stridedSlice(whole, [0, 0, 0, 0], whole.shape, [1, 1, width - 1, 1]) : whole;
            const finite = columns.dataSync().every(Number.isFinite);
            expect({ size, width, finite }).toEqual({ size, width, finite: true });
          });
        }
      }
    }
  },
);

test.each(['bilinear', 'bicubic'] as const)(
  '%s: values and slopes at the edge are those of the taps inside',
  (mode) => {
    const corner = fc.double({ min: -1, max: 0.9, noNaN: true }).map(Math.fround);
    fc.assert(
      fc.property(
        fc.tuple(corner, corner, fc.boolean(), fc.boolean()),
        fc.tuple(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 2, max: 9 })),
        fc.tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 40 })),
        fc.integer({ min: 1, max: 4 }),
        ([x, y, flipX, flipY], [width, height], size, channels) => {
          tf.tidy(() => {
            const shape: [number, number, number, number] = [1, height, width, channels];
            const image = tf.tensor4d(
              Float32Array.from({ length: height * width * channels }, (_, k) => Math.sin(k)),
              shape,
            );
            const [near, far] = mode === 'bicubic' ? [-1, -1] : [x, y];
            const box = [flipX ? 1 : near, flipY ? 1 : far, flipX ? near : 1, flipY ? far : 1];
            for (const way of waysOf(image, box, mode === 'bicubic' ? [2, 2] : size, mode)) {
              const [values, slopes] = way();
              expect(values).toBeLessThan(1e-5);
              expect(slopes).toBeLessThan(1e-4);
            }
          });
        },
      ),
      { numRuns: 150 },
    );
  },
);

test.each(['bilinear', 'bicubic'] as const)('%s: the same in volumes', (mode) => {
  for (let size = 2; size <= 12; size++) {
    tf.tidy(() => {
      const volume = tf.tensor5d(
        Float32Array.from({ length: 3 * size * size }, (_, k) => Math.sin(k)),
        [1, size, 3, size, 1],
      );
      const boxes = tf.tensor2d([[-1, -1, -1, 1, 1, 1]]);
      for (const fill of FILLS) {
        for (const width of mode === 'bicubic' ? [2] : [2, 3, 9, 26, 27, 28, 29]) {
          const ofSize = (b: tf.Tensor, fillValue: number): tf.Tensor =>
            crop(volume, b as tf.Tensor2D, [width, 2, width], { mode, alignCorners: true, fillValue });
          const [values, slopes] = distances(ofSize, boxes, fill);
          expect(values).toBeLessThan(1e-5);
          expect(slopes).toBeLessThan(1e-4);
        }
      }
    });
  }
});

test('a point further outside than rounding moves it reads the fill', () => {
  tf.tidy(() => {
    const image = tf.ones<tf.Rank.R4>([1, 4, 8, 1]);
    for (const fillValue of FILLS) {
      // An edge at 1 + 1e-5 is 3.5e-5 pixels outside, where rounding explains less than 1e-5.
      const [inside, outside] = [1, 1 + 1e-5].map((x) =>
        crop(image, [[-1, -1, x, 1]], [2, 26], { alignCorners: true, fillValue }).dataSync(),
      );
      expect([...inside].every((value) => value === 1)).toBe(true);
      expect([...outside].filter((value) => Object.is(value, fillValue))).toHaveLength(2);
      expect([...outside].filter((value) => value === 1)).toHaveLength(50);
    }
  });
});
