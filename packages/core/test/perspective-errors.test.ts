import '@cropgrad/backend-cpu';
import * as core from '@cropgrad/core';
import { CropError, type CropErrorCode } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';

const image = tf.ones<tf.Rank.R4>([1, 4, 4, 1]);
const volume = tf.ones<tf.Rank.R5>([1, 2, 4, 4, 1]);
const theta = [
  [
    [1, 0, 0],
    [0, 1, 0],
  ],
];

/** Calls as JavaScript would, where no type stands in the way; what is refused must leave no tensor behind. */
function call(f: (...args: never[]) => unknown, ...args: unknown[]): unknown {
  return Reflect.apply(f, undefined, args);
}

const cases: [CropErrorCode, string, () => unknown, RegExp][] = [
  [
    'INVALID_SHAPE',
    'an affine theta for perspective',
    () => call(core.perspectiveGrid, theta, [2, 2]),
    /perspectiveGrid: theta.*\[1,2,3\].*\[N,3,3\].*affineGrid/,
  ],
  [
    'INVALID_SHAPE',
    'quads of three corners',
    () => call(core.cropQuads, image, tf.zeros([1, 3, 2]), [2, 2]),
    /cropQuads: quads.*\[1,3,2\].*four corners/,
  ],
  ['INVALID_RANK', 'a single quad', () => call(core.cropQuads, image, tf.zeros([4, 2]), [2, 2]), /Wrap a single quad/],
  [
    'INVALID_RANK',
    'a volume in perspective',
    () => call(core.perspectiveSample, volume, tf.zeros([1, 3, 3]), [2, 2]),
    /perspectiveSample: image.*\[1,2,4,4,1\].*affineSample/,
  ],
  [
    'INVALID_SHAPE',
    "a volume's theta with a perspective one",
    () => core.composeTheta(tf.zeros([1, 3, 4]), tf.zeros([1, 3, 3])),
    /composeTheta: a and b.*\[1,3,4\] and \[1,3,3\]/,
  ],
  [
    'INVALID_SHAPE',
    'points for other thetas',
    () => core.transformPoints(tf.zeros([2, 2, 3]), tf.zeros([3, 5, 2])),
    /3 lists of points for 2 thetas/,
  ],
  [
    'INVALID_SHAPE',
    'points of a volume for an image',
    () => core.transformPoints(theta, tf.zeros([1, 5, 3])),
    /points.*\[1,5,3\].*2-D/,
  ],
];

it.each(cases)('%s: %s', (code, _, refused, says) => {
  const before = tf.memory().numTensors;
  let thrown: unknown;
  try {
    tf.tidy(() => {
      refused();
    });
  } catch (error) {
    thrown = error;
  }
  if (!(thrown instanceof CropError)) expect.fail(`expected a CropError, got ${thrown}`);
  expect(thrown.code).toBe(code);
  expect(thrown.message).toMatch(says);
  expect(tf.memory().numTensors, 'bad input loses nothing').toBe(before);
});
