import '@cropgrad/backend-cpu';
import * as core from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { warned } from '../src/inputs/warn-once.js';

const image = tf.zeros<tf.Rank.R4>([1, 480, 640, 3]);
const size = [2, 2] as const;
const NaNBox = [[Number.NaN, 0, 1, 1]];

type Call = () => unknown;

/** What is warned of once per process, on one call and on any later one; and calls so near to it that they are right. */
const WARNINGS: { of: string; call: Call; says: RegExp; silent: Call[] }[] = [
  {
    of: 'a box in pixels',
    call: () => core.crop(image, [[160, 120, 320, 280]], size),
    says: /crop: the box \[160, 120, 320, 280\].*boxesFromPixels\(boxes, \[H, W\]\)/,
    silent: [
      () => core.crop(image, [[-4, -4, 4, 4]], size),
      () => core.crop(image, [[0, 0, 9, 9]], size),
      () => core.crop(image, tf.tensor2d([[160, 120, 320, 280]]), size),
      () => core.boxesFromPixels([[160, 120, 320, 280]], [480, 640]),
      // One end of every axis is near, however many others are far.
      () => core.boxToTheta([[0, 9, 9, 0]]),
      () =>
        core.boxToTheta([
          [0, 0, 9, 9],
          [9, 9, 0, 0],
        ]),
      () =>
        core.boxToTheta([
          [0, 0, 0, 9, 9, 9],
          [9, 9, 9, 0, 0, 0],
        ]),
      // One end of every axis is at most 4 away, which is not yet far.
      () =>
        core.boxToTheta([
          [4, 4, 4.5, 4.5],
          [4.5, 4.5, 4, 4],
          [-4, -4, -4, -4],
        ]),
    ],
  },
  {
    of: 'a box in pixels behind one that is not',
    call: () =>
      core.boxToTheta([
        [-1, -1, 1, 1],
        [0, 120, 0, -280],
        [-1, -1, 1, 1],
      ]),
    says: /boxToTheta: the box \[0, 120, 0, -280\] is far outside/,
    silent: [],
  },
  {
    of: 'a 3-D box in pixels',
    call: () =>
      core.boxToTheta([
        [0, 0, 0, 1, 1, 1],
        [0, 0, 5, 1, 1, 6],
      ]),
    says: /boxToTheta: the box \[0, 0, 5, 1, 1, 6\] is far outside/,
    silent: [
      () =>
        core.boxToTheta([
          [0, 0, 5, 1, 1, 1],
          [5, 6, 0, 0, 0, 1],
        ]),
    ],
  },
  {
    of: 'a NaN in a box',
    call: () => core.crop(image, NaNBox, size),
    says: /crop: NaN in boxes/,
    silent: [() => core.crop(image, tf.tensor2d(NaNBox), size)],
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
    says: /affineSample: NaN in theta/,
    silent: [],
  },
  {
    of: 'an angle in degrees',
    call: () => core.rotatedBoxToTheta([[0, 0, 1, 1, 90]], [480, 640]),
    says: /rotatedBoxToTheta: an angle of 90 radians.*π\/180/,
    silent: [
      () => core.rotatedBoxToTheta([[0, 0, 1, 1, -2 * Math.PI]], [480, 640]),
      () =>
        core.rotatedBoxToTheta(
          [
            [320, 240, 90, 60, 1],
            [320, 240, 90, 60, 1],
          ],
          [480, 640],
        ),
      // What it refuses, it does not warn of.
      () => expect(() => core.rotatedBoxToTheta([[0, 0, 1, 1, 90, 0]], [480, 640])).toThrow('INVALID_SHAPE'),
    ],
  },
  {
    of: 'an angle in degrees behind one in radians',
    call: () =>
      core.rotatedBoxToTheta(
        [
          [0, 0, 1, 1, 1],
          [0, 0, 1, 1, -45],
        ],
        [480, 640],
      ),
    says: /rotatedBoxToTheta: an angle of -45 radians/,
    silent: [],
  },
  {
    of: 'the box gradient of nearest',
    call: () => gradient({ mode: 'nearest' }),
    says: /'nearest' the gradient by boxes, thetas and grids is 0/,
    silent: [
      () => gradient({ mode: 'bilinear' }),
      () => tf.grad((x) => core.crop(x as tf.Tensor4D, [[0, 0, 1, 1]], size, { mode: 'nearest' }))(image),
    ],
  },
  {
    of: 'the grid gradient of nearest',
    call: () => tf.grad((x) => core.gridSample(image, x, { mode: 'nearest' }))(tf.zeros([1, 2, 2, 2])),
    says: /'nearest' the gradient by boxes, thetas and grids is 0/,
    silent: [() => core.gridSample(image, tf.zeros([1, 2, 2, 2]), { mode: 'nearest' })],
  },
  {
    of: 'channels that come second',
    call: () => core.crop(tf.zeros<tf.Rank.R4>([1, 3, 480, 640]), [[0, 0, 1, 1]], size),
    says: /shape \[1,3,480,640\] is read as \[N,H,W,C\], with 3 rows or slices and 640 channels.*dataFormat: 'NCHW'/,
    silent: [
      () => core.crop(tf.zeros<tf.Rank.R4>([1, 3, 480, 640]), [[0, 0, 1, 1]], size, { dataFormat: 'NCHW' }),
      () => core.crop(tf.zeros<tf.Rank.R4>([1, 5, 8, 65]), [[0, 0, 1, 1]], size),
      () => core.crop(tf.zeros<tf.Rank.R4>([1, 4, 8, 64]), [[0, 0, 1, 1]], size),
    ],
  },
  {
    of: 'as many channels as a picture has, second, and one more than 64 columns',
    call: () => core.crop(tf.zeros<tf.Rank.R4>([1, 4, 8, 65]), [[0, 0, 1, 1]], size),
    says: /with 4 rows or slices and 65 channels/,
    silent: [],
  },
];

function gradient(options: { mode: 'nearest' | 'bilinear' }): tf.Tensor {
  return tf.grad((x) => core.crop(image, x as tf.Tensor2D, size, options))(tf.tensor2d([[0, 0, 1, 1]]));
}

const said: string[] = [];
beforeEach(() => {
  // Each test is a process of its own, as far as core can tell.
  warned.clear();
  vi.spyOn(console, 'warn').mockImplementation((message) => void said.push(String(message)));
});
afterEach(() => {
  vi.restoreAllMocks();
  said.length = 0;
  tf.env().set('PROD', false);
});

describe('a console warning, once per process', () => {
  it.each(WARNINGS)('of $of', ({ call, says, silent }) => {
    for (const right of silent) right();
    expect(said).toEqual([]);

    tf.env().set('PROD', true);
    call();
    expect(said, 'none in production mode').toEqual([]);
    tf.env().set('PROD', false);

    call();
    call();
    expect(said).toEqual([expect.stringMatching(says)]);
  });
});
