import '@cropgrad/backend-cpu';
import { affineSample, crop, gridSample, MODES, PADDING_MODES, type SampleOptions } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

const image = tf.tensor4d([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048], [1, 3, 4, 1]);
const identity = [
  [
    [1, 0, 0],
    [0, 1, 0],
  ],
];
const options = MODES.flatMap((mode) =>
  PADDING_MODES.flatMap((paddingMode) =>
    [false, true].map((alignCorners): SampleOptions => ({ mode, paddingMode, alignCorners })),
  ),
);
const name = ({ mode, paddingMode, alignCorners }: SampleOptions): string => `${mode}, ${paddingMode}, ${alignCorners}`;

/** Samples one point, and gives its value and its gradients by the image and the grid. */
function at(x: number, y: number, sampling: SampleOptions): { value: number; dimage: number[]; dgrid: number[] } {
  const f = (i: tf.Tensor, g: tf.Tensor): tf.Tensor => gridSample(i as tf.Tensor4D, g as tf.Tensor4D, sampling);
  const { value, grads } = tf.valueAndGrads(f)([image, tf.tensor4d([x, y], [1, 1, 1, 2])], tf.ones([1, 1, 1, 1]));
  return { value: value.dataSync()[0], dimage: [...grads[0].dataSync()], dgrid: [...grads[1].dataSync()] };
}

describe('neighbours at an integer coordinate', () => {
  it('are floor and floor + 1, so that the gradient is not lost', () => {
    // x = -0.25 on 4 columns is pixel 1 exactly, y = 0 on 3 rows pixel 1: values 16, 32, 64 and below 512.
    const { value, dgrid } = at(-0.25, 0, {});
    expect(value).toBe(32);
    expect(dgrid).toEqual([(64 - 32) * 2, (512 - 32) * 1.5]);
  });

  it('keep the one-sided slope at the last pixel under zeros', () => {
    expect(at(0.75, 0, {}).dgrid[0]).toBe((0 - 128) * 2);
  });
});

describe('a non-finite coordinate', () => {
  for (const sampling of options) {
    it(`samples nothing and sends no gradient: ${name(sampling)}`, () => {
      for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
        for (const [x, y] of [
          [bad, 0],
          [0, bad],
          [bad, bad],
        ]) {
          const { value, dimage, dgrid } = at(x, y, { ...sampling, fillValue: 5 });
          expect(value).toBe(5);
          expect(dimage.every((d) => d === 0)).toBe(true);
          expect(dgrid.map((d) => d + 0)).toEqual([0, 0]);
        }
      }
    });

    it(`in a theta fills the whole crop and sends no gradient: ${name(sampling)}`, () => {
      for (let entry = 0; entry < 6; entry++) {
        const theta = tf.tensor(identity).dataSync().slice();
        theta[entry] = entry % 2 ? Number.NaN : Number.POSITIVE_INFINITY;
        const f = (i: tf.Tensor, t: tf.Tensor): tf.Tensor =>
          affineSample(i as tf.Tensor4D, t as tf.Tensor3D, [3, 4], { ...sampling, fillValue: -2 });
        const { value, grads } = tf.valueAndGrads(f)([image, tf.tensor3d(theta, [1, 2, 3])], tf.ones([1, 3, 4, 1]));
        expect([...value.dataSync()].every((v) => v === -2)).toBe(true);
        expect([...grads[0].dataSync(), ...grads[1].dataSync()].every((d) => d === 0)).toBe(true);
      }
    });
  }
});

describe('a non-finite point after finite ones', () => {
  it('reads nothing of what they read, not even a NaN pixel', () => {
    const pixels = image.dataSync().slice();
    pixels[0] = Number.NaN;
    const broken = tf.tensor4d(pixels, [1, 3, 4, 1]);
    // Two rows of one point: the centre of pixel 0, and nowhere.
    const grid = tf.tensor4d([-0.75, -2 / 3, Number.NaN, 0], [1, 2, 1, 2]);
    for (const sampling of options.filter(({ alignCorners }) => !alignCorners)) {
      expect([...gridSample(broken, grid, { ...sampling, fillValue: 5 }).dataSync()]).toEqual([Number.NaN, 5]);
    }
  });

  it('fills the crop also when it is an entry of theta that its one point does not use', () => {
    for (const entry of [0, 1, 3, 4]) {
      const theta = tf.tensor(identity).dataSync().slice();
      theta[entry] = Number.NaN;
      const crops = affineSample(image, tf.tensor3d(theta, [1, 2, 3]), [1, 1], { alignCorners: true, fillValue: -2 });
      expect([...crops.dataSync()]).toEqual([-2]);
    }
  });
});

describe('an infinite dy', () => {
  /** The pixels of dimage that are not 0 when a point at pixel coordinates x, y gets an infinite dy; all are infinite. */
  function reached(
    x: number,
    y: number,
    channels: number,
    mode: SampleOptions['mode'],
    op: 'grid' | 'theta',
  ): number[] {
    const [gx, gy] = [(2 * x + 1) / 4 - 1, (2 * y + 1) / 3 - 1];
    const f = (i: tf.Tensor): tf.Tensor =>
      op === 'grid'
        ? gridSample(i as tf.Tensor4D, tf.tensor4d([gx, gy], [1, 1, 1, 2]), { mode })
        : affineSample(i as tf.Tensor4D, tf.tensor3d([0, 0, gx, 0, 0, gy], [1, 2, 3]), [1, 1], { mode });
    const photo = tf.tile(image, [1, 1, 1, channels]);
    const dimage = tf
      .grad(f)(photo, tf.fill([1, 1, 1, channels], Number.POSITIVE_INFINITY))
      .dataSync();
    expect([...dimage].every((d) => d === 0 || d === Number.POSITIVE_INFINITY)).toBe(true);
    return [...dimage.keys()].filter((i) => dimage[i] !== 0).map((i) => i / channels);
  }

  it.each(['grid', 'theta'] as const)('reaches only the pixels that weigh something, by way of a %s', (op) => {
    for (const mode of MODES) {
      expect(reached(0, 1, 1, mode, op), mode).toEqual([4]);
      expect(reached(1, 1, 1, mode, op), mode).toEqual([5]);
    }
    for (const channels of [1, 3]) {
      const whole = (pixels: number[]): number[] => pixels.filter(Number.isInteger);
      expect(whole(reached(1, 1, channels, 'bilinear', op))).toEqual([5]);
      expect(whole(reached(1.5, 1, channels, 'bilinear', op))).toEqual([5, 6]);
      expect(whole(reached(1, 1.5, channels, 'bilinear', op))).toEqual([5, 9]);
    }
  });

  it('reaches only the voxels that weigh something', () => {
    const reachedVoxels = (x: number, y: number, z: number): number[] => {
      const [gx, gy, gz] = [x, y, z].map((p) => (2 * p + 1) / 4 - 1);
      const f = (v: tf.Tensor): tf.Tensor => gridSample(v as tf.Tensor5D, tf.tensor5d([gx, gy, gz], [1, 1, 1, 1, 3]));
      const dvolume = tf.grad(f)(tf.ones([1, 4, 4, 4, 1]), tf.fill([1, 1, 1, 1, 1], Number.POSITIVE_INFINITY));
      return [...dvolume.dataSync()].flatMap((d, voxel) => (d === 0 ? [] : [voxel]));
    };
    expect(reachedVoxels(1, 1, 1)).toEqual([21]);
    expect(reachedVoxels(1.5, 1, 1)).toEqual([21, 22]);
    expect(reachedVoxels(1, 1.5, 1)).toEqual([21, 25]);
    expect(reachedVoxels(1, 1, 1.5)).toEqual([21, 37]);
  });
});

describe('coordinates beyond int32', () => {
  it('are like any other outside coordinate', () => {
    // The last is the largest float32 once it is in pixels, four to the row.
    for (const far of [2 ** 31, -(2 ** 31), 2 ** 33, 1e20, -1e38, (2 - 2 ** -23) * 2 ** 126]) {
      for (const sampling of options) {
        const { value, dgrid } = at(far, 0, { ...sampling, fillValue: 7 });
        if (sampling.paddingMode === 'zeros') expect(value).toBe(7);
        if (sampling.paddingMode === 'border') expect(value).toBe(far > 0 ? 128 : 16);
        expect(Number.isFinite(value)).toBe(true);
        expect(dgrid.every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('overflow float32 as infinite ones do', () => {
    const theta = tf.tensor3d([1, 0, 3e38, 0, 1, 0], [1, 2, 3]);
    const border = affineSample(image, theta, [1, 2], { paddingMode: 'border', fillValue: 7 });
    expect([...border.dataSync()]).toEqual([7, 7]);
  });
});

describe('an infinite fillValue', () => {
  it.each(MODES)('is read only where a tap is outside: %s', (mode) => {
    const sampled = crop(image, [[-1, -1, 2, 1]], [3, 6], { mode, fillValue: Number.POSITIVE_INFINITY });
    const firstRow = [...sampled.dataSync().slice(0, 6)];
    expect(firstRow).toEqual([1, 2, 4, 8, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });

  it('has a slope only along the axis that leaves the image, and for no other point', () => {
    // Below the last row, right of the last column, and inside.
    const grid = tf.tensor4d([0.1, 0.9, 0.9, 0.1, 0.1, 0.1], [1, 1, 3, 2]);
    const f = (g: tf.Tensor): tf.Tensor => gridSample(image, g as tf.Tensor4D, { fillValue: Number.POSITIVE_INFINITY });
    const slopes = [
      ...tf
        .grad(f)(grid, tf.ones([1, 1, 3, 1]))
        .dataSync(),
    ];
    expect(slopes.map(Number.isFinite)).toEqual([true, false, false, true, true, true]);
    expect(slopes.some(Number.isNaN)).toBe(false);
  });

  it('has no slope where all taps are outside, though the slopes of four cubic taps hardly sum to 0', () => {
    // To the right of the image, at coordinates of as many digits as there are.
    const theta = tf.tensor3d([0.3, 0, 3.3, 0, 0.3, 0], [1, 2, 3]);
    const f = (t: tf.Tensor): tf.Tensor =>
      affineSample(image, t as tf.Tensor3D, [3, 7], { mode: 'bicubic', fillValue: Number.POSITIVE_INFINITY });
    const slopes = [
      ...tf
        .grad(f)(theta, tf.ones([1, 3, 7, 1]))
        .dataSync(),
    ];
    expect(slopes.map((d) => d + 0)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('a NaN pixel', () => {
  it('reaches only the points that touch it', () => {
    const pixels = image.dataSync().slice();
    pixels[0] = Number.NaN;
    const broken = tf.tensor4d(pixels, [1, 3, 4, 1]);
    for (const sampling of options.filter(({ mode, alignCorners }) => mode !== 'bicubic' && !alignCorners)) {
      for (const theta of [
        identity,
        [
          [
            [1, 1e-9, 0],
            [0, 1, 0],
          ],
        ],
      ]) {
        const found = affineSample(broken, theta, [3, 4], sampling).dataSync();
        expect(found[0]).toBeNaN();
        // Where an image is repeated, the last column and row are next to the first.
        const far = sampling.paddingMode === 'wrap' ? [2, 6, 10] : [2, 3, 6, 7, 8, 9, 10, 11];
        for (const point of far) expect(found[point]).toBeCloseTo(pixels[point], 2);
      }
    }
  });
});

describe('the same call twice', () => {
  it('gives the same bits, forward and backward', () => {
    const photo = tf.randomUniform([2, 9, 7, 3], -1, 1, 'float32', 8) as tf.Tensor4D;
    const theta = tf.randomUniform([3, 2, 3], -1, 1, 'float32', 9) as tf.Tensor3D;
    const dy = tf.randomUniform([3, 5, 6, 3], -1, 1, 'float32', 10);
    for (const sampling of options) {
      const f = (i: tf.Tensor, t: tf.Tensor): tf.Tensor =>
        affineSample(i as tf.Tensor4D, t as tf.Tensor3D, [5, 6], { ...sampling, imageIndex: [1, 0, 1] });
      const run = (): Uint8Array[] => {
        const { value, grads } = tf.valueAndGrads(f)([photo, theta], dy);
        return [value, ...grads].map((tensor) => new Uint8Array(tensor.dataSync().slice().buffer));
      };
      expect(run()).toEqual(run());
    }
  });
});
