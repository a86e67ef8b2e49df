import '@cropgrad/backend-cpu';
import { affineSample, boxesFromPixels, crop, gridSample, rotatedBoxToTheta } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';

const image = tf.zeros<tf.Rank.R4>([1, 480, 640, 3]);
const size = [2, 2] as const;
const NaNBox = [[Number.NaN, 0, 1, 1]];

/** What is warned of once per process, on one call and on any later one; and calls so near to it that they are right. */
const WARNINGS: { of: string; call: () => unknown; says: RegExp; silent: (() => unknown)[] }[] = [
  {
    of: 'a box in pixels',
    call: () => crop(image, [[160, 120, 320, 280]], size),
    says: /crop: the box \[160, 120, 320, 280\].*boxesFromPixels\(boxes, \[H, W\]\)/,
    silent: [
      () => crop(image, [[-4, -4, 4, 4]], size),
      () => crop(image, [[0, 0, 9, 9]], size),
      () => crop(image, tf.tensor2d([[160, 120, 320, 280]]), size),
      () => boxesFromPixels([[160, 120, 320, 280]], [480, 640]),
    ],
  },
  {
    of: 'a NaN in a box',
    call: () => crop(image, NaNBox, size),
    says: /crop: boxes with a NaN/,
    silent: [() => crop(image, tf.tensor2d(NaNBox), size)],
  },
  {
    of: 'a NaN in a theta',
    call: () =>
      affineSample(
        image,
        [
          [
            [1, 0, Number.NaN],
            [0, 1, 0],
          ],
        ],
        size,
      ),
    says: /affineSample: theta with a NaN/,
    silent: [],
  },
  {
    of: 'an angle in degrees',
    call: () => rotatedBoxToTheta([[0, 0, 1, 1, 90]], [480, 640]),
    says: /rotatedBoxToTheta: an angle of 90 radians.*π\/180/,
    silent: [() => rotatedBoxToTheta([[0, 0, 1, 1, -2 * Math.PI]], [480, 640])],
  },
  {
    of: 'the box gradient of nearest',
    call: () => gradient({ mode: 'nearest' }),
    says: /'nearest' by boxes, thetas and grids is 0/,
    silent: [
      () => gradient({ mode: 'bilinear' }),
      () => tf.grad((x) => crop(x as tf.Tensor4D, [[0, 0, 1, 1]], size, { mode: 'nearest' }))(image),
    ],
  },
  {
    of: 'channels that come second',
    call: () => crop(tf.zeros<tf.Rank.R4>([1, 3, 480, 640]), [[0, 0, 1, 1]], size),
    says: /shape \[1,3,480,640\] is read as \[N,H,W,C\].*dataFormat: 'NCHW'/,
    silent: [
      () => crop(tf.zeros<tf.Rank.R4>([1, 3, 480, 640]), [[0, 0, 1, 1]], size, { dataFormat: 'NCHW' }),
      () => crop(tf.zeros<tf.Rank.R4>([1, 5, 8, 65]), [[0, 0, 1, 1]], size),
      () => crop(tf.zeros<tf.Rank.R4>([1, 4, 8, 64]), [[0, 0, 1, 1]], size),
    ],
  },
];

function gradient(options: { mode: 'nearest' | 'bilinear' }): tf.Tensor {
  return tf.grad((x) => crop(image, x as tf.Tensor2D, size, options))(tf.tensor2d([[0, 0, 1, 1]]));
}

let warn: MockInstance<typeof console.warn>;
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  tf.env().set('PROD', false);
});

describe('a console warning, once per process', () => {
  it.each(WARNINGS)('of $of', ({ call, says, silent }) => {
    for (const right of silent) right();
    expect(warn).not.toHaveBeenCalled();

    tf.env().set('PROD', true);
    call();
    expect(warn, 'none in production mode').not.toHaveBeenCalled();
    tf.env().set('PROD', false);

    call();
    call();
    expect(warn).toHaveBeenCalledTimes(1);
    expect(String(warn.mock.calls[0])).toMatch(says);
  });

  it('the gradient by the grid of nearest is the same kind', () => {
    expect(
      tf.grad((x) => gridSample(image, x as tf.Tensor4D, { mode: 'nearest' }))(tf.zeros([1, 2, 2, 2])).shape,
    ).toEqual([1, 2, 2, 2]);
    expect(warn, 'it was warned of before').not.toHaveBeenCalled();
  });
});
