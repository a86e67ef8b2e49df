import { affineSample, gridSample, MODES, type SampleOptions } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { IS_FULL } from '../runs.js';
import { ALL_MODES, MODE, useMode } from './mode.js';

const WRAP = { paddingMode: 'wrap', fillValue: Number.NaN } as const;
const SPATIAL: Readonly<Record<number, readonly number[]>> = { 2: [5, 3], 3: [4, 1, 3] };
/** How often an image stands in a row along each axis, and which of these the coordinates are about. */
const [TILES, TILE] = [8, 3];

/** Volumes take seconds to compile in a software WebGL: one mode does where there is no time. */
const CASES = MODES.flatMap((mode) =>
  (IS_FULL || mode === 'bilinear' ? [2, 3] : [2]).flatMap((dimensions) => [
    [mode, dimensions, 'grid'] as const,
    [mode, dimensions, 'theta'] as const,
  ]),
);

/** What an image is sampled to, and the gradients. */
interface Sampled {
  readonly crops: tf.Tensor;
  readonly dimage: tf.Tensor;
  readonly dpoints: tf.Tensor;
}

function random(shape: readonly number[], seed: number): tf.Tensor {
  return tf.randomUniform([...shape], -1, 1, 'float32', seed);
}

/** Samples an image by a grid, or by a theta, crops of 4 × 6 or 2 × 4 × 6. */
function sampled(image: tf.Tensor, points: tf.Tensor, isTheta: boolean, options: SampleOptions): Sampled {
  const run = (x: tf.Tensor, p: tf.Tensor): tf.Tensor => {
    if (!isTheta) return gridSample(x as tf.Tensor4D, p as tf.Tensor4D, options);
    return image.rank === 4
      ? affineSample(x as tf.Tensor4D, p as tf.Tensor3D, [4, 6], options)
      : affineSample(x as tf.Tensor5D, p as tf.Tensor3D, [2, 4, 6], options);
  };
  const crops = run(image, points);
  const [dimage, dpoints] = tf.grads(run)([image, points], random(crops.shape, 9));
  return { crops, dimage, dpoints };
}

/** Adds up the tiles of a gradient, of images of these [H,W] or [D,H,W]. */
function sumOfTiles(gradient: tf.Tensor, spatial: readonly number[]): tf.Tensor {
  return spatial.reduce((rest, size, a) => {
    const before = spatial.slice(0, a).reduce((product, length) => product * length, 1);
    return tf.sum(tf.reshape(rest, [before, TILES, size, -1]), 1);
  }, gradient);
}

function requireClose(found: tf.Tensor, expected: tf.Tensor): void {
  expect(found.shape).toEqual(expected.shape);
  const [difference, largest] = [tf.max(tf.abs(tf.sub(found, expected))), tf.max(tf.abs(expected))];
  expect(difference.dataSync()[0]).toBeLessThanOrEqual(1e-4 * Math.max(largest.dataSync()[0], 1));
}

describe.for(IS_FULL ? ALL_MODES : [MODE])('%s:', (gpuMode) => {
  beforeEach(() => useMode(gpuMode));

  test.for(CASES)(
    'an image that repeats is read as the tiles it would be: %s, %i-D, by a %s',
    ([mode, dimensions, points]) => {
      for (const alignCorners of [false, true]) {
        tf.tidy(() => {
          const spatial = SPATIAL[dimensions];
          const image = random([1, ...spatial, 2], 1);
          const isTheta = points === 'theta';
          const own = isTheta
            ? tf.mul(random([1, dimensions, dimensions + 1], 5), 0.7)
            : tf.mul(random([1, ...[2, 4, 6].slice(-dimensions), dimensions], 3), 3);
          // A coordinate g of the image, x first, is scale · g + shift on the tiles.
          const sizes = [...spatial].reverse();
          const corners = alignCorners ? 1 : 0;
          const scale = sizes.map((size) => (size - corners) / (size * TILES - corners));
          const shift = sizes.map((size) => (size - corners + 2 * TILE * size) / (size * TILES - corners) - 1);
          const row = isTheta ? [1, dimensions, 1] : [dimensions];
          const factor = tf.tensor(scale, row);
          const end = tf.tensor(shift, row);
          const added = isTheta
            ? tf.pad(end, [
                [0, 0],
                [0, 0],
                [dimensions, 0],
              ])
            : end;
          const tiles = tf.tile(image, [1, ...spatial.map(() => TILES), 1]);

          const found = sampled(image, own, isTheta, { mode, alignCorners, ...WRAP });
          const expected = sampled(tiles, tf.add(tf.mul(own, factor), added), isTheta, { mode, alignCorners });
          requireClose(found.crops, expected.crops);
          requireClose(found.dimage, tf.reshape(sumOfTiles(expected.dimage, spatial), image.shape));
          requireClose(found.dpoints, tf.mul(expected.dpoints, factor));
        });
      }
    },
  );
});

describe.for(ALL_MODES)('%s:', (gpuMode) => {
  beforeEach(() => useMode(gpuMode));

  test('a tie at the seam goes to the even one of the pixels, the first or the last', () => {
    for (let size = 1; size <= 9; size++) {
      tf.tidy(() => {
        const image = tf.reshape(tf.range(0, size), [1, 1, size, 1]) as tf.Tensor4D;
        // -1/2 pixels, and whole images from there.
        const at = [-1, 1, 3, -3, 15, -15];
        const grid = tf.tensor4d(
          at.flatMap((x) => [x, 0]),
          [1, 1, at.length, 2],
        );
        const options = { ...WRAP, mode: 'nearest' } as const;
        const pixel = size % 2 === 0 ? 0 : size - 1;
        expect([...gridSample(image, grid, options).dataSync()]).toEqual(at.map(() => pixel));
        const dimage = tf.grad((x) => gridSample(x as tf.Tensor4D, grid, options))(image, tf.ones([1, 1, 6, 1]));
        expect([...dimage.dataSync()]).toEqual(Array.from({ length: size }, (_, p) => (p === pixel ? 6 : 0)));
      });
    }
  });

  test('the seam is a cell like any other: the last pixel, the first one, and the slope between', () => {
    tf.tidy(() => {
      const image = tf.tensor4d([1, 2, 4, 8], [1, 1, 4, 1]);
      // Half a pixel before the first, a quarter behind the last, and the last itself, in three periods.
      const xs = [-0.5, 3.25, 3, 4 - 0.5, 7.25, 7, -4.5, -0.75, -1];
      const grid = tf.tensor4d(
        xs.flatMap((x) => [(2 * x + 1) / 4 - 1, 0]),
        [1, 1, 9, 2],
      );
      const run = (x: tf.Tensor, g: tf.Tensor): tf.Tensor => gridSample(x as tf.Tensor4D, g as tf.Tensor4D, WRAP);
      const period = [4.5, 6.25, 8];
      expect([...run(image, grid).dataSync()]).toEqual([...period, ...period, ...period]);
      const [dimage, dgrid] = tf.grads(run)([image, grid], tf.ones([1, 1, 9, 1]));
      expect([...dimage.dataSync()]).toEqual([3 * 0.75, 0, 0, 3 * 2.25]);
      // One unit is two pixels.
      expect([...dgrid.dataSync()].filter((_, k) => k % 2 === 0)).toEqual(xs.map(() => 2 * (1 - 8)));
    });
  });

  test.for(MODES)('just beside a whole period there is no hole: %s', (mode) => {
    for (const size of [1, 2, 3, 5, 7, 48, 1000]) {
      tf.tidy(() => {
        const image = tf.fill([1, 1, size, 1], 7) as tf.Tensor4D;
        const beside = [0, 1, 2, 5, 100].flatMap((k) => [-1, 1].map((side) => side * k * 2 ** -24));
        const at = [-3, -1, 1, 3, 5].flatMap((edge) => beside.map((x) => edge + 1 / size + x));
        const grid = tf.tensor4d(
          at.flatMap((x) => [x, 0]),
          [1, 1, at.length, 2],
        );
        const options = { ...WRAP, mode } as const;
        const run = (x: tf.Tensor, g: tf.Tensor): tf.Tensor => gridSample(x as tf.Tensor4D, g as tf.Tensor4D, options);
        for (const value of run(image, grid).dataSync()) expect(Math.abs(value - 7)).toBeLessThan(4e-6);
        const [dimage, dgrid] = tf.grads(run)([image, grid], tf.ones([1, 1, at.length, 1]));
        expect(tf.sum(dimage).dataSync()[0]).toBeCloseTo(at.length, 3);
        for (const slope of dgrid.dataSync()) expect(Math.abs(slope)).toBeLessThan(1e-5 * size);
      });
    }
  });

  test.for(MODES)('far from the image nothing but its pixels is read: %s', (mode) => {
    tf.tidy(() => {
      const image = tf.tensor4d([1, 2, 3, 4, 5, 6], [1, 2, 3, 1]);
      const far = [1e3, -1e5, 12_345.678];
      // Where float32 has whole pixels only, the host may find another pixel than the device.
      const at = [...far, 1e7, -1e12, 1e30, -3e37];
      const grid = tf.tensor4d(
        at.flatMap((x) => [x, -x]),
        [1, 1, at.length, 2],
      );
      const options = { ...WRAP, mode } as const;
      const run = (x: tf.Tensor, g: tf.Tensor): tf.Tensor => gridSample(x as tf.Tensor4D, g as tf.Tensor4D, options);
      const overshoot = mode === 'bicubic' ? 3 : 0;
      for (const value of run(image, grid).dataSync()) {
        expect(value).toBeGreaterThanOrEqual(1 - overshoot);
        expect(value).toBeLessThanOrEqual(6 + overshoot);
      }
      const [dimage, dgrid] = tf.grads(run)([image, grid], tf.ones([1, 1, at.length, 1]));
      for (const gradient of [dimage, dgrid]) {
        expect(gradient.dataSync<'float32'>().every(Number.isFinite)).toBe(true);
      }
      const some = tf.slice(grid, [0, 0, 0, 0], [1, 1, far.length, 2]);
      const gradient = tf.grad((x) => run(x, some))(image, tf.ones([1, 1, far.length, 1]));
      expect(tf.sum(gradient).dataSync()[0]).toBeCloseTo(far.length, 3);
    });
  });

  test.for(MODES)('a point that is not finite reads the fill, and has no gradient: %s', (mode) => {
    tf.tidy(() => {
      const image = tf.tensor4d([1, 2, 3, 4, 5, 6], [1, 2, 3, 1]);
      const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
      const grid = tf.tensor4d([nan, 0, 0, nan, infinity, 0, 0, -infinity, 3.4e38, 0], [1, 1, 5, 2]);
      const options = { mode, paddingMode: 'wrap', fillValue: 9 } as const;
      const run = (x: tf.Tensor, g: tf.Tensor): tf.Tensor => gridSample(x as tf.Tensor4D, g as tf.Tensor4D, options);
      expect([...run(image, grid).dataSync()]).toEqual([9, 9, 9, 9, 9]);
      for (const gradient of tf.grads(run)([image, grid], tf.ones([1, 1, 5, 1]))) {
        expect(gradient.dataSync<'float32'>().every((x) => x === 0)).toBe(true);
      }
      const theta = tf.tensor3d([nan, 0, 0, 0, 1, 0], [1, 2, 3]);
      const crop = (x: tf.Tensor, t: tf.Tensor): tf.Tensor =>
        affineSample(x as tf.Tensor4D, t as tf.Tensor3D, [1, 2], options);
      expect([...crop(image, theta).dataSync()]).toEqual([9, 9]);
      for (const gradient of tf.grads(crop)([image, theta], tf.ones([1, 1, 2, 1]))) {
        expect(gradient.dataSync<'float32'>().every((x) => x === 0)).toBe(true);
      }
    });
  });
});
