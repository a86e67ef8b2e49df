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

/** What tfjs's cpu answers, and what we answer on a backend: each element within a tolerance. */
async function expectSame(
  backend: string,
  { wanted, found }: { wanted: () => tf.Tensor; found: () => tf.Tensor },
  tolerance: number,
  what: string,
): Promise<void> {
  const answer = async (on: string, call: () => tf.Tensor): Promise<[number[], ArrayLike<number>]> => {
    await tf.setBackend(on);
    const y = tf.tidy(call);
    expect(y.dtype).toBe('float32');
    const answered: [number[], ArrayLike<number>] = [y.shape, y.dataSync()];
    y.dispose();
    return answered;
  };
  const [shape, b] = await answer('cpu', wanted);
  const [foundShape, a] = await answer(backend, found);
  expect(foundShape).toEqual(shape);
  for (let i = 0; i < b.length; i++) {
    if (!(Math.abs(a[i] - b[i]) <= tolerance)) expect.fail(`${what}: element ${i} is ${a[i]} and not ${b[i]}`);
  }
}

/** How far a bilinear sample within so many pixels may be off: on cpu by a millionth of the largest pixel, 255. */
function tolerance(backend: string, reach = 12): number {
  if (backend === 'cpu') return 255e-6 * Math.max(1, reach / 12);
  // Elsewhere coordinates are float32: four of its steps, of both axes, of images of up to 12 pixels.
  return 2 * 255 * 4 * 2 ** -24 * (reach + 12);
}

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

/** Whether an output along an axis of so many pixels lies between two of them, within float32 rounding. */
function isOnTie(near: number, far: number, n: number, length: number): boolean {
  const places = Array.from({ length: n }, (_, i) =>
    n === 1 ? (near + far) / 2 : near + (i / (n - 1)) * (far - near),
  );
  return places.some((x) => Math.abs(x * (length - 1) - Math.floor(x * (length - 1)) - 0.5) < 1e-4);
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
        // Ties are exact where coordinates are float64.
        const tiesCount = how === 'bilinear' || backend === 'cpu';
        fc.pre(tiesCount || !boxes.some(([y1, x1, y2, x2]) => isOnTie(y1, y2, h, s[1]) || isOnTie(x1, x2, w, s[2])));
        const ask = (of: typeof cropAndResize): tf.Tensor => {
          const indices = boxes.map((_, n) => n % s[0]);
          return of(image(s, seed), tf.tensor2d(boxes), tf.tensor1d(indices, 'int32'), [h, w], how, 7);
        };
        await expectSame(
          backend,
          { wanted: () => ask(tf.image.cropAndResize as typeof cropAndResize), found: () => ask(cropAndResize) },
          how === 'nearest' ? 0 : tolerance(backend),
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
      const ask = (of: typeof tf.image.resizeBilinear): tf.Tensor =>
        of(image(s, seed), [h, w], alignCorners, halfPixelCenters);
      await expectSame(
        backend,
        { wanted: () => ask(tf.image.resizeBilinear), found: () => ask(resizeBilinear) },
        tolerance(backend),
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
        const most = how === 'nearest' ? 0 : tolerance(backend, reach(numbers, h, w));
        const ask = (of: typeof transform): tf.Tensor =>
          of(image([1, s[1], s[2], s[3]], seed), tf.tensor2d([numbers]), how, mode, 7, [h, w]);
        await expectSame(
          backend,
          { wanted: () => ask(tf.image.transform as typeof transform), found: () => ask(transform) },
          most,
          `${how} ${mode} [${s}] ${numbers} [${h},${w}]`,
        );
      },
    ),
    { numRuns },
  );
}
