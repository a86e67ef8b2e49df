import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect } from 'vitest';
import { cropAndResize, type FillMode, resizeBilinear, transform } from '../src/index.js';
import { type Allows, allowsCropAndResize, allowsResize, allowsTransform } from './allowed-answers.js';
import type { Pixels } from './oracle.js';

/** An image of bytes, as a photo has them. */
function image(shape: readonly [number, number, number, number], seed: number): Pixels {
  const length = shape.reduce((a, b) => a * b);
  const byte = (at: number): number => (Math.imul(Math.imul(at + 1, 0x9e3779b1) ^ seed, 0x85ebca6b) >>> 13) & 255;
  return { values: Array.from({ length }, (_, at) => byte(at)), shape };
}

function tensorOf({ values, shape }: Pixels): tf.Tensor4D {
  return tf.tensor4d([...values], [...shape]);
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

/**
 * What tfjs's cpu answers, and what we answer on a backend: on cpu each element within a tolerance of tfjs's, and elsewhere in the
 * interval that float32 leaves, in which tfjs's answer lies, too.
 */
async function expectSame(
  backend: string,
  { wanted, found }: { wanted: () => tf.Tensor; found: () => tf.Tensor },
  { tolerance, allows }: { tolerance: number; allows: Allows },
  what: string,
): Promise<void> {
  const answer = async (on: string, call: () => tf.Tensor): Promise<[number[], ArrayLike<number>]> => {
    if (!(await tf.setBackend(on))) throw new Error(`There is no ${on} here`);
    const y = tf.tidy(call);
    expect(y.dtype).toBe('float32');
    const answered: [number[], ArrayLike<number>] = [y.shape, await y.data()];
    y.dispose();
    return answered;
  };
  const [shape, b] = await answer('cpu', wanted);
  const [foundShape, a] = await answer(backend, found);
  expect(foundShape).toEqual(shape);
  for (let i = 0; i < b.length; i++) {
    const isSame = backend === 'cpu' ? Math.abs(a[i] - b[i]) <= tolerance : allows(b[i], i) && allows(a[i], i);
    if (!isSame) expect.fail(`${what}: element ${i} is ${a[i]} and not ${b[i]}`);
  }
}

/** How far a bilinear sample may be off on cpu: by a millionth of the largest pixel, 255. */
const TOLERANCE = 255e-6;

/**
 * Whether an output is so near to an edge of the image that rounding says on which side it is. The first one of many is the
 * box's own corner, which no one rounds.
 */
function isOnEdge(near: number, far: number, n: number): boolean {
  const isNear = (x: number): boolean => Math.min(Math.abs(x), Math.abs(x - 1)) < 3e-6;
  if (n === 1) return isNear((near + far) / 2);
  if (isNear(near) && near !== 0 && near !== 1) return true;
  return Array.from({ length: n - 1 }, (_, i) => near + ((i + 1) / (n - 1)) * (far - near)).some(isNear);
}

/** Random calls of cropAndResize beside tfjs's own, but for outputs on an edge. */
export async function sameCropAndResize(numRuns: number, backend: string): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      shape,
      fc.array(box, { minLength: 1, maxLength: 4 }),
      side,
      side,
      method,
      fc.nat(),
      async (s, boxes, h, w, how, seed) => {
        fc.pre(!boxes.some(([y1, x1, y2, x2]) => isOnEdge(y1, y2, h) || isOnEdge(x1, x2, w)));
        const pixels = image(s, seed);
        const index = boxes.map((_, n) => n % s[0]);
        const ask = (of: typeof cropAndResize, boxInd: number[] | tf.Tensor1D): tf.Tensor =>
          of(tensorOf(pixels), tf.tensor2d(boxes), boxInd, [h, w], how, 7);
        await expectSame(
          backend,
          {
            wanted: () => ask(tf.image.cropAndResize as typeof cropAndResize, tf.tensor1d(index, 'int32')),
            // Not every backend reads a tensor back.
            found: () => ask(cropAndResize, backend === 'cpu' ? tf.tensor1d(index, 'int32') : index),
          },
          {
            tolerance: how === 'nearest' ? 0 : TOLERANCE,
            allows: allowsCropAndResize(
              pixels,
              boxes.map((row) => row.map(Math.fround)),
              index,
              [h, w],
              how,
              7,
            ),
          },
          `${how} [${s}] ${JSON.stringify(boxes)} [${h},${w}]`,
        );
      },
    ),
    { numRuns },
  );
}

export async function sameResize(numRuns: number, backend: string): Promise<void> {
  const centres = fc.constantFrom([false, false], [true, false], [false, true]);
  await fc.assert(
    fc.asyncProperty(shape, side, side, centres, fc.nat(), async (s, h, w, [alignCorners, halfPixelCenters], seed) => {
      const pixels = image(s, seed);
      const ask = (of: typeof tf.image.resizeBilinear): tf.Tensor =>
        of(tensorOf(pixels), [h, w], alignCorners, halfPixelCenters);
      await expectSame(
        backend,
        { wanted: () => ask(tf.image.resizeBilinear), found: () => ask(resizeBilinear) },
        { tolerance: TOLERANCE, allows: allowsResize(pixels, [h, w], alignCorners, halfPixelCenters) },
        `[${s}] [${h},${w}] ${alignCorners} ${halfPixelCenters}`,
      );
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
export async function sameTransform(numRuns: number, backend: string): Promise<void> {
  const eighths = (most: number): fc.Arbitrary<number> =>
    fc.integer({ min: -8 * most, max: 8 * most }).map((k) => k / 8);
  const map = fc.tuple(eighths(2), eighths(1), eighths(9), eighths(1), eighths(2), eighths(9), eighths(1), eighths(1));
  const fill = fc.constantFrom<FillMode>('constant', 'reflect', 'wrap', 'nearest');
  await fc.assert(
    fc.asyncProperty(
      shape,
      map,
      fc.boolean(),
      method,
      fill,
      side,
      side,
      fc.nat(),
      async (s, row, isAffine, how, mode, h, w, seed) => {
        // A quotient may lie on a tie but for rounding, so the nearest pixel is asked of affine maps, whose points are exact.
        const numbers = isAffine || how === 'nearest' ? [...row.slice(0, 6), 0, 0] : [...row];
        // A point is as exact as float32 is there, and reads a ramp of 255 a pixel.
        const pixels = image([1, s[1], s[2], s[3]], seed);
        const ask = (of: typeof transform, maps: tf.Tensor2D | number[][]): tf.Tensor =>
          of(tensorOf(pixels), maps, how, mode, 7, [h, w]);
        const maps = (): tf.Tensor2D => tf.tensor2d([numbers]);
        const wanted = (): tf.Tensor => ask(tf.image.transform as typeof transform, maps());
        const what = `${how} ${mode} [${s}] ${numbers} [${h},${w}]`;
        const allows = allowsTransform(pixels, numbers, [h, w], how, mode, 7);
        const exact = how === 'nearest' ? 0 : TOLERANCE;
        await expectSame(
          backend,
          { wanted, found: () => ask(transform, [numbers]) },
          { tolerance: exact, allows },
          what,
        );
        // A tensor's points are as exact as float32 is there, and read a ramp of 255 a pixel.
        const rounded = exact * Math.max(1, reach(numbers, h, w) / 12);
        await expectSame(
          backend,
          { wanted, found: () => ask(transform, maps()) },
          { tolerance: rounded, allows },
          `${what}, as a tensor`,
        );
      },
    ),
    { numRuns },
  );
}
