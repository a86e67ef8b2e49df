import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect } from 'vitest';
import { cropAndResize, type FillMode, resizeBilinear, transform } from '../src/index.js';

/** An image of bytes, as a photo has them. */
function image(shape: [number, number, number, number], seed: number): tf.Tensor4D {
  return tf.floor(tf.randomUniform(shape, 0, 256, 'float32', seed)) as tf.Tensor4D;
}

const side = fc.integer({ min: 1, max: 12 });
const shape = fc.tuple(fc.integer({ min: 1, max: 3 }), side, side, fc.integer({ min: 1, max: 4 }));
const method = fc.constantFrom('bilinear' as const, 'nearest' as const);
/** Corners anywhere around the image; dyadic ones lie on pixels, on ties and on edges again and again. */
const corner = fc.oneof(
  fc.integer({ min: -0.75 * 2 ** 20, max: 1.75 * 2 ** 20 }).map((k) => k / 2 ** 20),
  fc.integer({ min: -6, max: 14 }).map((k) => k / 8),
);
const box = fc.tuple(corner, corner, corner, corner);

/** Each of the largest pixel, 255, to a millionth. */
export function expectSame(found: tf.Tensor, wanted: tf.Tensor, tolerance: number, what: string): void {
  expect(found.shape).toEqual(wanted.shape);
  expect(found.dtype).toBe('float32');
  const [a, b] = [found.dataSync(), wanted.dataSync()];
  for (let i = 0; i < a.length; i++) {
    if (!(Math.abs(a[i] - b[i]) <= tolerance)) expect.fail(`${what}: element ${i} is ${a[i]} and not ${b[i]}`);
  }
}

/** Whether an output, but for the first, lies on an edge of the image, where tfjs may round it to the outside. */
function isOnEdge(near: number, far: number, n: number): boolean {
  const behind =
    n === 1 ? [(near + far) / 2] : Array.from({ length: n - 1 }, (_, i) => near + ((i + 1) / (n - 1)) * (far - near));
  return behind.some((x) => Math.min(Math.abs(x), Math.abs(x - 1)) < 2e-6);
}

/** Random calls of cropAndResize beside tfjs's own, but for outputs on an edge. */
export function sameCropAndResize(numRuns: number): void {
  fc.assert(
    fc.property(
      shape,
      fc.array(box, { minLength: 1, maxLength: 4 }),
      side,
      side,
      method,
      fc.nat(),
      (s, boxes, h, w, how, seed) => {
        fc.pre(!boxes.some(([y1, x1, y2, x2]) => isOnEdge(y1, y2, h) || isOnEdge(x1, x2, w)));
        tf.tidy(() => {
          const x = image(s, seed);
          const indices = tf.tensor1d(
            boxes.map((_, n) => n % s[0]),
            'int32',
          );
          const wanted = tf.image.cropAndResize(x, tf.tensor2d(boxes), indices, [h, w], how, 7);
          const found = cropAndResize(x, tf.tensor2d(boxes), indices, [h, w], how, 7);
          expectSame(
            found,
            wanted,
            how === 'nearest' ? 0 : 255e-6,
            `${how} [${s}] ${JSON.stringify(boxes)} [${h},${w}]`,
          );
        });
      },
    ),
    { numRuns },
  );
}

export function sameResize(numRuns: number): void {
  const centres = fc.constantFrom([false, false], [true, false], [false, true]);
  fc.assert(
    fc.property(shape, side, side, centres, fc.nat(), (s, h, w, [alignCorners, halfPixelCenters], seed) => {
      tf.tidy(() => {
        const x = image(s, seed);
        const wanted = tf.image.resizeBilinear(x, [h, w], alignCorners, halfPixelCenters);
        const found = resizeBilinear(x, [h, w], alignCorners, halfPixelCenters);
        expectSame(found, wanted, 255e-6, `[${s}] [${h},${w}] ${alignCorners} ${halfPixelCenters}`);
      });
    }),
    { numRuns },
  );
}

/** How far from the first pixel the points of a transform lie at most. */
function reach([a0, a1, a2, b0, b1, b2, c0, c1]: number[], h: number, w: number): number {
  const far = Array.from({ length: h * w }, (_, at) => {
    const [y, x] = [Math.floor(at / w), at % w];
    const k = c0 * x + c1 * y + 1;
    return k === 0 ? 0 : Math.max(Math.abs(a0 * x + a1 * y + a2), Math.abs(b0 * x + b1 * y + b2)) / Math.abs(k);
  });
  return Math.max(...far);
}

/** Of one image, as tfjs's cpu transforms no other. Numbers are dyadic, so that no tie is decided by rounding. */
export function sameTransform(numRuns: number): void {
  const eighths = (most: number): fc.Arbitrary<number> =>
    fc.integer({ min: -8 * most, max: 8 * most }).map((k) => k / 8);
  const map = fc.tuple(eighths(2), eighths(1), eighths(9), eighths(1), eighths(2), eighths(9), eighths(1), eighths(1));
  const fill = fc.constantFrom<FillMode>('constant', 'reflect', 'wrap', 'nearest');
  fc.assert(
    fc.property(
      shape,
      map,
      fc.boolean(),
      method,
      fill,
      side,
      side,
      fc.nat(),
      (s, row, isAffine, how, mode, h, w, seed) => {
        // A quotient may lie on a tie but for rounding, so the nearest pixel is asked of affine maps, whose points are exact.
        const numbers = isAffine || how === 'nearest' ? [...row.slice(0, 6), 0, 0] : [...row];
        // A point is as exact as float32 is there, and reads a ramp of 255 a pixel.
        const tolerance = how === 'nearest' ? 0 : 255e-6 * Math.max(1, reach(numbers, h, w) / 12);
        tf.tidy(() => {
          const x = image([1, s[1], s[2], s[3]], seed);
          const maps = tf.tensor2d([numbers]);
          const wanted = tf.image.transform(x, maps, how, mode, 7, [h, w]);
          const found = transform(x, maps, how, mode, 7, [h, w]);
          expectSame(found, wanted, tolerance, `${how} ${mode} [${s}] ${numbers} [${h},${w}]`);
        });
      },
    ),
    { numRuns },
  );
}
