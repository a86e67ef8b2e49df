import { affineGrid, affineSample, gridSample, MODES, type Mode } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import '../src/index.js';

beforeAll(() => tf.setBackend('wasm'));

/** So many copies of the image lie side by side on each axis of a tiled one, and the middle one is the image itself. */
const TILES = 7;

function noise(shape: number[], seed: number): tf.Tensor {
  const values = Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, k) => Math.sin((k + seed) * 12.9898));
  return tf.tensor(values, shape);
}

/** NHWC, one image of a few pixels, or one volume. */
const SHAPES = [
  [1, 7, 6, 1],
  [1, 4, 9, 3],
  [1, 1, 5, 4],
  [1, 3, 4, 5, 2],
].map((shape) => ({ shape }));

/** The largest difference, over the largest value. */
function distance(actual: tf.Tensor, expected: tf.Tensor): number {
  const scale = tf.max(tf.abs(expected)).dataSync()[0];
  return tf.max(tf.abs(tf.sub(actual, expected))).dataSync()[0] / scale;
}

function tile(image: tf.Tensor): tf.Tensor {
  return tf.tile(
    image,
    image.shape.map((_, axis) => (axis === 0 || axis === image.rank - 1 ? 1 : TILES)),
  );
}

/** The transpose of `tile`. */
function foldTiles(tiled: tf.Tensor, shape: number[]): tf.Tensor {
  const split = shape.flatMap((length, axis) => (axis === 0 || axis === shape.length - 1 ? [length] : [TILES, length]));
  const axes = shape.slice(1, -1).map((_, k) => 1 + 2 * k);
  return tf.sum(tf.reshape(tiled, split), axes);
}

for (const mode of MODES) {
  test.each(SHAPES)(`${mode}: an image of $shape that repeats is one of many tiles`, ({ shape }) => {
    const dimensions = shape.length - 2;
    const points = [1, ...[2, 3, 37].slice(-dimensions), dimensions];
    tf.tidy(() => {
      const image = noise(shape, 1);
      // Two tiles on each side are left for bicubic taps, so that none is outside.
      const grid = tf.mul(noise(points, 5), 2.5);
      const dy = noise([...points.slice(0, -1), shape[shape.length - 1]], 9);
      const [value, [dimage, dgrid]] = answers(image, grid, dy, mode, 'wrap');
      // Theta's coordinates of an image shrink by the number of tiles: the middle tile has the same centre.
      const [expected, [dtiled, dtiledGrid]] = answers(tile(image), tf.div(grid, TILES), dy, mode, 'zeros');
      expect(distance(value, expected)).toBeLessThan(1e-5);
      expect(distance(dimage, foldTiles(dtiled, shape))).toBeLessThan(1e-5);
      if (mode === 'nearest') expect(tf.max(tf.abs(dgrid)).dataSync()[0]).toBe(0);
      else expect(distance(dgrid, tf.div(dtiledGrid, TILES))).toBeLessThan(1e-4);
    });
  });

  test(`${mode}: a box that straddles the seam is a grid`, () => {
    for (const dimensions of [2, 3]) {
      tf.tidy(() => {
        const image = noise([1, ...[5, 6, 7].slice(-dimensions), 3], 3);
        const size = [3, 8, 9].slice(-dimensions);
        const row = (k: number, shift: number): number[] =>
          Array.from({ length: dimensions + 1 }, (_, axis) => (axis === k ? 0.6 : axis === dimensions ? shift : 0));
        const theta = tf.tensor([Array.from({ length: dimensions }, (_, k) => row(k, 0.91 + 1.7 * k))]);
        const dy = noise([1, ...size, 3], 2);
        const sampled = (x: tf.Tensor, t: tf.Tensor, fused: boolean): tf.Tensor => {
          const options = { mode, paddingMode: 'wrap' } as const;
          if (dimensions === 2) {
            const [h, w] = size;
            const [x4, t3] = [x as tf.Tensor4D, t as tf.Tensor3D];
            return fused ? affineSample(x4, t3, [h, w], options) : gridSample(x4, affineGrid(t3, [h, w]), options);
          }
          const [d, h, w] = size;
          const [x5, t3] = [x as tf.Tensor5D, t as tf.Tensor3D];
          return fused ? affineSample(x5, t3, [d, h, w], options) : gridSample(x5, affineGrid(t3, [d, h, w]), options);
        };
        const [fused, composed] = [true, false].map((one) =>
          tf.valueAndGrads((x, t) => sampled(x, t, one))([image, theta], dy),
        );
        expect(distance(fused.value, composed.value)).toBeLessThan(1e-5);
        expect(distance(fused.grads[0], composed.grads[0])).toBeLessThan(1e-5);
        if (mode !== 'nearest') expect(distance(fused.grads[1], composed.grads[1])).toBeLessThan(1e-4);
      });
    }
  });
}

function answers(
  image: tf.Tensor,
  grid: tf.Tensor,
  dy: tf.Tensor,
  mode: Mode,
  paddingMode: 'wrap' | 'zeros',
): [tf.Tensor, tf.Tensor[]] {
  const { value, grads } = tf.valueAndGrads((x, g) =>
    x.rank === 4
      ? gridSample(x as tf.Tensor4D, g as tf.Tensor4D, { mode, paddingMode })
      : gridSample(x as tf.Tensor5D, g as tf.Tensor5D, { mode, paddingMode }),
  )([image, grid], dy);
  return [value, grads];
}

/** Samples a row of pixels at pixel coordinates. */
function sampleRow(pixels: number[], x: number[], mode: Mode): number[] {
  return tf.tidy(() => {
    const image = tf.tensor4d(pixels, [1, 1, pixels.length, 1]);
    const grid = tf.tensor4d(
      x.flatMap((at) => [(2 * at + 1) / pixels.length - 1, 0]),
      [1, 1, x.length, 2],
    );
    return [...gridSample(image, grid, { mode, paddingMode: 'wrap' }).dataSync()];
  });
}

test('across the seam the last pixel and the first are neighbours', () => {
  expect(sampleRow([1, 2, 3, 8], [-0.5, 3.5, -0.25, 3.75, 7.5], 'bilinear')).toEqual([4.5, 4.5, 2.75, 2.75, 4.5]);
  // A tie goes to the even pixel of those before the seam: the one behind an even number of pixels is the first.
  expect(sampleRow([1, 2, 3, 8], [-0.5, 3.5, 7.5], 'nearest')).toEqual([1, 1, 1]);
  expect(sampleRow([1, 2, 8], [-0.5, 2.5], 'nearest')).toEqual([8, 8]);
});

test('a NaN pixel reaches the points that it is a tap of, and no others', () => {
  const pixels = [Number.NaN, 2, 3, 4, 5, 6, 7, 8];
  // On the last pixel, the first is a tap of weight 0.
  expect(sampleRow(pixels, [7, -1, 15, 1, 6.5], 'bilinear')).toEqual([8, 8, 8, 2, 7.5]);
  expect(sampleRow(pixels, [7.25, -0.75, 0.5], 'bilinear')).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  expect(sampleRow(pixels, [7.25, -0.75, 0.75], 'nearest')).toEqual([8, 8, 2]);
  expect(sampleRow(pixels, [2, 6, 7, 10], 'bicubic')).toEqual([3, 7, 8, 3]);
  expect(sampleRow(pixels, [3.5, 6.5, 7.5], 'bicubic').map(Number.isNaN)).toEqual([false, true, true]);
});
