import '@cropgrad/backend-cpu';
import * as core from '@cropgrad/core';
import { CropError, type CropErrorCode } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

const image = tf.ones([1, 4, 4, 1]) as tf.Tensor4D;
const volume = tf.ones([1, 2, 4, 4, 1]) as tf.Tensor5D;
const box = [[-1, -1, 1, 1]];
const theta = [
  [
    [1, 0, 0],
    [0, 1, 0],
  ],
];
const grid = tf.zeros([1, 2, 2, 2]) as tf.Tensor4D;

const OPS = {
  crop: core.crop,
  gridSample: core.gridSample,
  affineSample: core.affineSample,
  affineGrid: core.affineGrid,
};

/** Calls as JavaScript would, where no type stands in the way; what is refused must leave no tensor behind. */
function call(name: keyof typeof OPS, ...args: unknown[]): unknown {
  const before = tf.memory().numTensors;
  try {
    return Reflect.apply(OPS[name], undefined, args);
  } finally {
    expect(tf.memory().numTensors, 'bad input loses nothing').toBe(before);
  }
}

function disposed(): tf.Tensor {
  const gone = tf.zeros([1, 4]);
  gone.dispose();
  return gone;
}

const cases: [CropErrorCode, string, () => unknown, RegExp][] = [
  ['INVALID_INPUT', 'a missing image', () => call('crop', undefined, box, [2, 2]), /crop: image.*undefined/],
  ['INVALID_INPUT', 'an image of null', () => call('crop', null, box, [2, 2]), /image: got null that is no tensor/],
  ['INVALID_INPUT', 'ragged boxes', () => call('crop', image, [[1, 2], [3]], [2, 2]), /crop: boxes.*unequal/],
  [
    'INVALID_INPUT',
    'boxes ragged further on',
    () => call('crop', image, [[0, 0, 1, 1], [0]], [2, 2]),
    /unequal lengths/,
  ],
  [
    'INVALID_INPUT',
    'typed rows of unequal lengths',
    () => call('crop', image, [new Float32Array(4), new Float32Array(3)], [2, 2]),
    /unequal/,
  ],
  [
    'INVALID_INPUT',
    'a typed row in place of an image',
    () => call('crop', [[[[1]], [[2]]], new Float32Array(2)], box, [2, 2]),
    /unequal/,
  ],
  [
    'INVALID_INPUT',
    'a number that is missing',
    () => call('crop', image, [[-1, -1, 1, undefined]], [2, 2]),
    /no numbers/,
  ],
  ['INVALID_INPUT', 'boxes of text', () => call('crop', image, [['a', 'b', 'c', 'd']], [2, 2]), /crop: boxes/],
  [
    'INVALID_INPUT',
    'disposed indices',
    () => call('crop', image, box, [2, 2], { imageIndex: disposed() }),
    /imageIndex: got a disposed/,
  ],
  [
    'OUT_OF_MEMORY',
    'a result beyond all memory',
    () => call('crop', image, box, [1e6, 1e6]),
    /\[1,1000000,1000000,1\]/,
  ],
  ['INVALID_OPTION', 'a mode of null', () => call('crop', image, box, [2, 2], { mode: null }), /mode: got null/],
  ['INVALID_INPUT', 'disposed boxes', () => call('crop', image, disposed(), [2, 2]), /boxes: got a disposed tensor/],
  [
    'INVALID_RANK',
    'an image without a batch',
    () => call('crop', tf.ones([4, 4, 1]), box, [2, 2]),
    /\[4,4,1\].*\[N,H,W,C\]/,
  ],
  [
    'INVALID_RANK',
    'a single flat box',
    () => call('crop', image, [-1, -1, 1, 1], [2, 2]),
    /boxes.*\[4\].*\[N,4\].*Wrap a/,
  ],
  ['INVALID_RANK', 'a flat theta', () => call('affineGrid', [[1, 0, 0]], [2, 2]), /theta.*\[N,2,3\].*Reshape/],
  ['INVALID_RANK', 'a flat grid', () => call('gridSample', image, tf.zeros([2, 2])), /grid.*shape \[N,h,w,2\]/],
  ['INVALID_RANK', 'a flat grid in 3-D', () => call('gridSample', volume, tf.zeros([2, 3])), /\[N,d,h,w,3\]/],
  ['INVALID_RANK', 'a grid for volumes', () => call('gridSample', image, tf.zeros([1, 1, 1, 1, 3])), /grid.*rank 4/],
  ['INVALID_SHAPE', 'boxes of three numbers', () => call('crop', image, [[1, 2, 3]], [2, 2]), /crop: boxes.*\[1,3\]/],
  [
    'INVALID_SHAPE',
    '3-D boxes for an image',
    () => call('crop', image, [[1, 2, 3, 4, 5, 6]], [2, 2]),
    /got 6 numbers.*expected \[N,4\]/,
  ],
  [
    'INVALID_SHAPE',
    '2-D boxes for a volume',
    () => call('crop', volume, box, [1, 2, 2]),
    /got 4 numbers.*expected \[N,6\]/,
  ],
  [
    'INVALID_SHAPE',
    'rotated boxes without an angle',
    () => core.rotatedBoxToTheta(box, [4, 4]),
    /rotatedBoxToTheta: boxes.*\[N,5\]/,
  ],
  ['INVALID_SHAPE', '2-D theta for a volume', () => call('affineSample', volume, theta, [1, 2, 2]), /theta.*\[3,4\]/],
  ['INVALID_SHAPE', 'a theta of four dimensions', () => call('affineGrid', tf.zeros([1, 4, 5]), [2, 2]), /\[1,4,5\]/],
  ['INVALID_SHAPE', 'a square theta', () => call('affineGrid', tf.zeros([1, 3, 3]), [2, 2]), /\[1,3,3\]/],
  [
    'INVALID_SHAPE',
    'grid triples for an image',
    () => call('gridSample', image, tf.zeros([1, 2, 2, 3])),
    /grid.*\[2\]/,
  ],
  [
    'INVALID_SHAPE',
    'three images for two boxes',
    () => call('crop', tf.ones([3, 4, 4, 1]), [...box, ...box], [2, 2]),
    /imageIndex/,
  ],
  ['INVALID_SHAPE', 'no images for one box', () => call('crop', tf.ones([0, 4, 4, 1]), box, [2, 2]), /0 images for 1/],
  ['INVALID_SHAPE', 'a size of one number', () => call('crop', image, box, 2), /crop: size: got 2;/],
  [
    'INVALID_SHAPE',
    'a size of three for an image',
    () => call('crop', image, box, [2, 2, 2]),
    /\[2,2,2\].*\[height, width\]/,
  ],
  [
    'INVALID_SHAPE',
    'a size of two for a volume',
    () => call('affineSample', volume, tf.zeros([1, 3, 4]), [2, 2]),
    /\[2,2\].*\[depth, height, width\]/,
  ],
  ['INVALID_SHAPE', 'a negative size', () => call('crop', image, box, [2, -2]), /\[2,-2\]/],
  ['INVALID_SHAPE', 'a broken size', () => call('crop', image, box, [2, 2.5]), /\[2,2.5\]/],
  ['INVALID_SHAPE', 'a size with a text', () => call('crop', image, box, [2, '2']), /\[2,'2'\]/],
  [
    'INVALID_SHAPE',
    'too few indices',
    () => call('crop', image, box, [2, 2], { imageIndex: [] }),
    /0 entries.*each of the 1/,
  ],
  [
    'INVALID_SHAPE',
    'indices of rank 2',
    () => call('crop', image, box, [2, 2], { imageIndex: tf.zeros([1, 1], 'int32') }),
    /shape \[1,1\]/,
  ],
  [
    'INVALID_SHAPE',
    'thetas of two counts',
    () => core.composeTheta(tf.zeros([2, 2, 3]), tf.zeros([1, 2, 3])),
    /composeTheta/,
  ],
  [
    'INVALID_SHAPE',
    'an image size of one',
    () => Reflect.apply(core.boxesFromPixels, undefined, [box, [5]]),
    /\[height, width\]/,
  ],
  ['INVALID_SHAPE', 'an image size of 0', () => core.rotatedBoxToTheta([[0, 0, 1, 1, 0]], [0, 5]), /\[0,5\]/],
  [
    'INVALID_DTYPE',
    'int32 boxes',
    () => call('crop', image, tf.tensor2d(box, [1, 4], 'int32'), [2, 2]),
    /boxes: got dtype int32.*tf.cast/,
  ],
  [
    'INVALID_DTYPE',
    'an int32 grid',
    () => call('gridSample', image, tf.zeros([1, 2, 2, 2], 'int32')),
    /grid: got dtype int32/,
  ],
  [
    'INVALID_DTYPE',
    'a complex image',
    () => call('crop', tf.zeros([1, 4, 4, 1], 'complex64'), box, [2, 2]),
    /complex64/,
  ],
  [
    'INVALID_DTYPE',
    'float indices',
    () => call('crop', image, box, [2, 2], { imageIndex: tf.tensor1d([0]) }),
    /imageIndex: got dtype float32/,
  ],
  [
    'INVALID_OPTION',
    'an unknown mode',
    () => call('crop', image, box, [2, 2], { mode: 'linear' }),
    /crop: mode: got 'linear'.*'bilinear'/,
  ],
  [
    'INVALID_OPTION',
    'an unknown padding',
    () => call('gridSample', image, grid, { paddingMode: 'nowhere' }),
    /gridSample: paddingMode: got 'nowhere'/,
  ],
  ['INVALID_OPTION', 'an unknown layout', () => call('crop', image, box, [2, 2], { dataFormat: 'CHW' }), /dataFormat/],
  [
    'INVALID_OPTION',
    'alignCorners as text',
    () => call('affineGrid', theta, [2, 2], { alignCorners: 'yes' }),
    /alignCorners: got 'yes'/,
  ],
  [
    'INVALID_SHAPE',
    'too many fills',
    () => call('crop', image, box, [2, 2], { fillValue: [0, 1] }),
    /fillValue: got 2/,
  ],
  [
    'INVALID_OPTION',
    'a misspelt option',
    () => call('crop', image, box, [2, 2], { aligncorners: true }),
    /unknown key 'aligncorners'/,
  ],
  [
    'INVALID_OPTION',
    'an option of another op',
    () => call('affineGrid', theta, [2, 2], { mode: 'nearest' }),
    /unknown key 'mode'/,
  ],
  [
    'INVALID_OPTION',
    'options that are none',
    () => call('crop', image, box, [2, 2], 'nearest'),
    /options: got 'nearest'/,
  ],
  ['INVALID_OPTION', 'options of null', () => call('crop', image, box, [2, 2], null), /options: got null/],
  [
    'INVALID_OPTION',
    'indices as text',
    () => call('crop', image, box, [2, 2], { imageIndex: '0' }),
    /imageIndex: got '0'/,
  ],
  ['EMPTY_IMAGE', 'an image without rows', () => call('crop', tf.zeros([1, 0, 4, 1]), box, [2, 2]), /\[1,0,4,1\]/],
  [
    'EMPTY_IMAGE',
    'an NCHW image without columns',
    () => call('crop', tf.zeros([1, 1, 4, 0]), box, [2, 2], { dataFormat: 'NCHW' }),
    /expected \[N,C,H,W\].*NCHW/,
  ],
  [
    'INDEX_OUT_OF_RANGE',
    'an index too large',
    () => call('crop', image, box, [2, 2], { imageIndex: [1] }),
    /imageIndex\[0\]: got 1.*0 to 0/,
  ],
  ['INDEX_OUT_OF_RANGE', 'a negative index', () => call('crop', image, box, [2, 2], { imageIndex: [-1] }), /got -1/],
  [
    'INDEX_OUT_OF_RANGE',
    'a boolean for an index',
    () => call('crop', image, box, [2, 2], { imageIndex: [false] }),
    /got false/,
  ],
  [
    'INDEX_OUT_OF_RANGE',
    'an index and no images',
    () => call('crop', tf.ones([0, 4, 4, 1]), box, [2, 2], { imageIndex: [0] }),
    /got 0; expected no index, as there are no images/,
  ],
  ['INDEX_OUT_OF_RANGE', 'a broken index', () => call('crop', image, box, [2, 2], { imageIndex: [0.5] }), /got 0.5/],
];

describe('bad input', () => {
  for (const [code, what, provoke, message] of cases) {
    it(`${code}: ${what}`, () => {
      const error = caught(() => tf.tidy(() => void provoke()));
      expect(error).toBeInstanceOf(CropError);
      if (!(error instanceof CropError)) return;
      expect(error.code).toBe(code);
      expect(error.message).toMatch(message);
      for (const part of [error.what, error.got, error.expected, error.next]) expect(error.message).toContain(part);
    });
  }
});

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
