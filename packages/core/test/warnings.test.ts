import '@tensorflow/tfjs-backend-cpu';
import type * as Core from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const image = tf.zeros<tf.Rank.R4>([1, 480, 640, 3]);
const size = [2, 2] as const;
const NaNBox = [[Number.NaN, 0, 1, 1]];

type Call = (core: typeof Core) => unknown;

/** What is warned of once per process, on one call and on any later one; and calls so near to it that they are right. */
const WARNINGS: { of: string; call: Call; says: RegExp; silent: Call[] }[] = [
  {
    of: 'a box in pixels',
    call: (core) => core.crop(image, [[160, 120, 320, 280]], size),
    says: /crop: the box \[160, 120, 320, 280\].*boxesFromPixels\(boxes, \[H, W\]\)/,
    silent: [
      (core) => core.crop(image, [[-4, -4, 4, 4]], size),
      (core) => core.crop(image, [[0, 0, 9, 9]], size),
      (core) => core.crop(image, tf.tensor2d([[160, 120, 320, 280]]), size),
      (core) => core.boxesFromPixels([[160, 120, 320, 280]], [480, 640]),
    ],
  },
  {
    of: 'a NaN in a box',
    call: (core) => core.crop(image, NaNBox, size),
    says: /crop: boxes with a NaN/,
    silent: [(core) => core.crop(image, tf.tensor2d(NaNBox), size)],
  },
  {
    of: 'a NaN in a theta',
    call: () =>
      core.affineSample(
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
    call: (core) => core.rotatedBoxToTheta([[0, 0, 1, 1, 90]], [480, 640]),
    says: /rotatedBoxToTheta: an angle of 90 radians.*π\/180/,
    silent: [(core) => core.rotatedBoxToTheta([[0, 0, 1, 1, -2 * Math.PI]], [480, 640])],
  },
  {
    of: 'the box gradient of nearest',
    call: (core) => gradient(core, { mode: 'nearest' }),
    says: /'nearest' by boxes, thetas and grids is 0/,
    silent: [
      (core) => gradient(core, { mode: 'bilinear' }),
      (core) => tf.grad((x) => core.crop(x as tf.Tensor4D, [[0, 0, 1, 1]], size, { mode: 'nearest' }))(image),
    ],
  },
  {
    of: 'the grid gradient of nearest',
    call: (core) => tf.grad((x) => core.gridSample(image, x, { mode: 'nearest' }))(tf.zeros([1, 2, 2, 2])),
    says: /'nearest' by boxes, thetas and grids is 0/,
    silent: [(core) => core.gridSample(image, tf.zeros([1, 2, 2, 2]), { mode: 'nearest' })],
  },
  {
    of: 'channels that come second',
    call: (core) => core.crop(tf.zeros<tf.Rank.R4>([1, 3, 480, 640]), [[0, 0, 1, 1]], size),
    says: /shape \[1,3,480,640\] is read as \[N,H,W,C\].*dataFormat: 'NCHW'/,
    silent: [
      (core) => core.crop(tf.zeros<tf.Rank.R4>([1, 3, 480, 640]), [[0, 0, 1, 1]], size, { dataFormat: 'NCHW' }),
      (core) => core.crop(tf.zeros<tf.Rank.R4>([1, 5, 8, 65]), [[0, 0, 1, 1]], size),
      (core) => core.crop(tf.zeros<tf.Rank.R4>([1, 4, 8, 64]), [[0, 0, 1, 1]], size),
    ],
  },
];

function gradient(core: typeof Core, options: { mode: 'nearest' | 'bilinear' }): tf.Tensor {
  return tf.grad((x) => core.crop(image, x as tf.Tensor2D, size, options))(tf.tensor2d([[0, 0, 1, 1]]));
}

let core: typeof Core;
beforeEach(async () => {
  // Each test is a process of its own, as far as core can tell.
  vi.resetModules();
  core = await import('@cropgrad/core');
  await import('@cropgrad/backend-cpu');
  vi.spyOn(console, 'warn').mockImplementation((message) => {
    // tfjs says that gradients are registered once more.
    if (String(message).startsWith('cropgrad: ')) warned.push(String(message));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  warned.length = 0;
  tf.env().set('PROD', false);
});
const warned: string[] = [];

describe('a console warning, once per process', () => {
  it.each(WARNINGS)('of $of', ({ call, says, silent }) => {
    for (const right of silent) right(core);
    expect(warned).toEqual([]);

    tf.env().set('PROD', true);
    call(core);
    expect(warned, 'none in production mode').toEqual([]);
    tf.env().set('PROD', false);

    call(core);
    call(core);
    expect(warned).toEqual([expect.stringMatching(says)]);
  });
});
