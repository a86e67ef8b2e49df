import '@cropgrad/backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { type BoxIndex, prRoiPool, type RoiAlignOptions, resizeBilinear, roiAlign, transform } from '../src/index.js';

beforeAll(() => void tf.setBackend('cpu'));

const image = () => tf.ones<tf.Rank.R4>([2, 4, 4, 1]);
const pooled = (boxes: unknown, index: BoxIndex, options?: RoiAlignOptions) => (): tf.Tensor =>
  roiAlign(image(), boxes as tf.Tensor2D, index, [2, 2], options);

it.each([
  ['INVALID_SHAPE', 'roiAlign: boxes', pooled([[0, 0, 0, 1, 1]], [0])],
  ['INVALID_RANK', 'roiAlign: boxes', pooled([0, 0, 1, 1], [0])],
  ['INVALID_SHAPE', 'roiAlign: boxIndex', pooled([[0, 0, 1, 1]], [0, 1])],
  ['INDEX_OUT_OF_RANGE', 'roiAlign: boxIndex[0]', pooled([[0, 0, 1, 1]], [2])],
  ['INVALID_OPTION', 'roiAlign: samplingRatio', pooled([[0, 0, 1, 1]], [0], { samplingRatio: 1.5 })],
  ['INVALID_OPTION', 'roiAlign: spatialScale', pooled([[0, 0, 1, 1]], [0], { spatialScale: 0 })],
  ['INVALID_OPTION', 'roiAlign: options', pooled([[0, 0, 1, 1]], [0], { sampling_ratio: 2 } as RoiAlignOptions)],
  [
    'INVALID_OPTION',
    'prRoiPool: options',
    () => prRoiPool(image(), [[0, 0, 1, 1]], [0], [2, 2], { samplingRatio: 2 } as object),
  ],
  ['INVALID_SHAPE', 'prRoiPool: size', () => prRoiPool(image(), [[0, 0, 1, 1]], [0], [2, 1.5])],
  ['INVALID_SHAPE', 'roiAlign: size', () => roiAlign(image(), [[0, 0, 1, 1]], [0], [-1, 2])],
  ['INVALID_OPTION', 'resizeBilinear', () => resizeBilinear(image(), [2, 2], true, true)],
  ['INVALID_SHAPE', 'transform: transforms', () => transform(image(), [[1, 0, 0, 0, 1, 0]])],
])('%s, %s', (code, what, call) => {
  expect(call).toThrow(expect.objectContaining({ code, what: expect.stringContaining(what) }));
});

it('boxes in a tensor that cannot be read say what to do', () => {
  const boxes = tf.tensor2d([[0, 0, 1, 1]]);
  Object.assign(boxes, {
    dataSync: () => {
      throw new Error('not here');
    },
  });
  expect(pooled(boxes, [0])).toThrow(expect.objectContaining({ code: 'UNSUPPORTED', what: 'roiAlign: boxes' }));
  expect(pooled(boxes, [0], { samplingRatio: 2 })().shape).toEqual([1, 2, 2, 1]);
});

it('no boxes, and boxes of no length, give what they should, with gradients of zeros', () => {
  for (const pool of [roiAlign, prRoiPool]) {
    expect(pool(image(), [], [], [2, 3]).shape).toEqual([0, 2, 3, 1]);
    const flat = tf.tensor2d([[1, 1, 1, 1]]);
    const at = (boxes: tf.Tensor): tf.Tensor => pool(image(), boxes as tf.Tensor2D, [0], [2, 2], { aligned: true });
    expect(Array.from(at(flat).dataSync())).toEqual([0, 0, 0, 0]);
    expect(Array.from(tf.grad(at)(flat).dataSync())).toEqual([0, 0, 0, 0]);
  }
});

it('roiAlign of boxes that are not aligned reads a pixel at the least, as torchvision does', () => {
  const ramp = tf.reshape<tf.Rank.R4>(tf.range(0, 16), [1, 4, 4, 1]);
  for (const samplingRatio of [-1, 1]) {
    const read = (x2: number) => roiAlign(ramp, [[1, 1, x2, 1]], [0], [1, 1], { samplingRatio }).dataSync()[0];
    // (1.5, 1.5) is the middle of a pixel that begins at (1, 1).
    expect([read(1), read(0.2), read(2)]).toEqual([7.5, 7.5, 7.5]);
  }
});

it('a bin however short has weights that sum to 1', () => {
  for (const length of [1e-2, 1e-4, 1e-6]) {
    const bins = prRoiPool(image(), [[1.3, 1.6, 1.3 + length, 1.6 + length]], [1], [1, 1]);
    expect(Math.abs(bins.dataSync()[0] - 1)).toBeLessThan(3e-7);
  }
});

it('a constant image stays exactly constant inside', () => {
  const bytes = tf.fill<tf.Rank.R4>([1, 8, 8, 1], 255);
  const found = roiAlign(bytes, [[1.1, 1.3, 6.2, 6.9]], [0], [3, 3], { samplingRatio: 3 });
  expect(new Set(found.dataSync())).toEqual(new Set([255]));
});

it('calls and their gradients leave no tensor behind', () => {
  const x = image();
  const boxes = tf.tensor2d([
    [0, 0, 3, 3],
    [0.5, 1, 1.2, 4],
  ]);
  for (const pool of [roiAlign, prRoiPool]) {
    const before = tf.memory().numTensors;
    const { value, grads } = tf.valueAndGrads((of: tf.Tensor, by: tf.Tensor) =>
      pool(of as tf.Tensor4D, by as tf.Tensor2D, [1, 0], [2, 2]),
    )([x, boxes], tf.ones([2, 2, 2, 1]));
    expect(tf.memory().numTensors).toBe(before + 4);
    tf.dispose([value, ...grads]);
  }
});
