import { affineSample, crop, gridSample, MODES, type Mode, PADDING_MODES, type PaddingMode } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { GpuJsMode } from '../../src/index.js';
import { IS_FULL } from '../runs.js';
import { ALL_MODES, MODE, useMode } from './mode.js';

/** How many channels images have in turn. */
const CHANNELS: readonly number[] = IS_FULL ? [1, 2, 3, 4, 5, 6, 7, 8] : [1, 3];

/** An image and, in {@link MODE}, a volume; in the other mode that takes its turn when there is time. */
function spatialOf(gpuMode: GpuJsMode): number[][] {
  const image = [6, 11];
  return IS_FULL || gpuMode === MODE ? [image, [6, 7, 8]] : [image];
}

const WHITE = 255;
/** Half the spacing of float32 numbers below 256 is 2^-17. */
const ULP = 2 ** -16;

/** Crops by random boxes, thetas and grids, that read beyond the image's edges where `reach` is above 1. */
function crops(image: tf.Tensor, options: { mode: Mode; paddingMode: PaddingMode; fillValue: number }, reach: number) {
  const dimensions = image.rank - 2;
  const size = dimensions === 2 ? ([7, 9] as const) : ([3, 4, 5] as const);
  const random = (shape: number[], scale: number, seed: number): tf.Tensor =>
    tf.randomUniform(shape, -scale, scale, 'float32', seed);
  const all = [false, true].flatMap((alignCorners): tf.Tensor[] => {
    const with_ = { ...options, alignCorners, imageIndex: [0, 0] };
    return dimensions === 2
      ? [
          crop(image as tf.Tensor4D, random([2, 4], reach, 1) as tf.Tensor2D, [size[0], size[1]], with_),
          affineSample(image as tf.Tensor4D, random([2, 2, 3], reach / 3, 2) as tf.Tensor3D, [size[0], size[1]], with_),
          gridSample(image as tf.Tensor4D, random([2, ...size, 2], reach, 3) as tf.Tensor4D, with_),
        ]
      : [
          affineSample(image as tf.Tensor5D, random([2, 3, 4], reach / 4, 4) as tf.Tensor3D, [3, 4, 5], with_),
          gridSample(image as tf.Tensor5D, random([2, ...size, 3], reach, 5) as tf.Tensor5D, with_),
        ];
  });
  return all.flatMap((one) => Array.from(one.dataSync()));
}

for (const gpuMode of ALL_MODES) {
  for (const mode of MODES) {
    for (const paddingMode of PADDING_MODES) {
      test(`white stays white: ${mode}, ${paddingMode}, ${gpuMode}`, async () => {
        await useMode(gpuMode);
        for (const spatial of spatialOf(gpuMode)) {
          for (const channels of CHANNELS) {
            tf.tidy(() => {
              const image = tf.fill([1, ...spatial, channels], WHITE);
              const inside = crops(image, { mode, paddingMode, fillValue: 0 }, paddingMode === 'zeros' ? 0.3 : 1.7);
              const outside = crops(image, { mode, paddingMode, fillValue: WHITE }, 1.7);
              const slack = mode === 'bicubic' ? 4 * ULP : 0;
              for (const value of [...inside, ...outside]) expect(Math.abs(value - WHITE)).toBeLessThanOrEqual(slack);
            });
          }
        }
      });
    }
  }

  test.for(PADDING_MODES)(
    `whole numbers are never left, above or below: bilinear, %s, ${gpuMode}`,
    async (paddingMode) => {
      await useMode(gpuMode);
      for (const spatial of spatialOf(gpuMode)) {
        tf.tidy(() => {
          const image = tf.gather(
            tf.tensor1d([0, 1, 254, 255]),
            tf.randomUniform([1, ...spatial, 3], 0, 4, 'int32', 7),
          );
          const values = crops(image, { mode: 'bilinear', paddingMode, fillValue: 255 }, 1.2);
          expect(Math.max(...values)).toBeLessThanOrEqual(255);
          expect(Math.max(...values)).toBeGreaterThan(250);
          expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
        });
      }
    },
  );

  test(`pixels whose difference overflows are still averaged, and infinite ones keep their sign: ${gpuMode}`, async () => {
    await useMode(gpuMode);
    tf.tidy(() => {
      const image = tf.tensor4d([-3e38, 3e38, Number.POSITIVE_INFINITY, 1], [1, 1, 4, 1]);
      const at = (x: number): number => crop(image, [[x, 0, x, 0]], [1, 1]).dataSync()[0];
      expect(Math.abs(at(-0.5))).toBeLessThan(1e32);
      expect(at(0)).toBe(Number.POSITIVE_INFINITY);
      expect(at(0.5)).toBe(Number.POSITIVE_INFINITY);
    });
  });

  test.for(MODES)(`a tap of weight 0 does not spread a NaN: %s, ${gpuMode}`, async (mode) => {
    await useMode(gpuMode);
    tf.tidy(() => {
      const image = tf.tensor4d([1, 2, Number.NaN, 4, Number.NaN], [1, 1, 5, 1]);
      const got = crop(image, [[-1, -1, 1, 1]], [1, 5], { mode, paddingMode: 'border' }).dataSync();
      expect([...got]).toEqual([1, 2, Number.NaN, 4, Number.NaN]);
    });
  });
}
