import '@cropgrad/backend-cpu';
import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { readInto } from '../src/index.js';

beforeAll(async () => {
  await tf.setBackend('wasm');
});

test('a tensor is read into an array that is there, number by number, and nothing else is written', () => {
  const crops = crop(tf.randomUniform([1, 9, 9, 3], 0, 1, 'float32', 1), [[-0.5, -1, 1, 0.25]], [4, 5]);
  const array = new Float32Array(crops.size + 2).fill(7);
  readInto(crops, array.subarray(1, -1));
  expect(array).toEqual(Float32Array.of(7, ...crops.dataSync(), 7));
});

test('what is read is a copy, and the heap may grow in between', () => {
  const one = tf.tensor1d([1, 2, 3]);
  const array = new Float32Array(3);
  readInto(one, array);
  tf.zeros([2 ** 24]).dispose();
  array[0] = 9;
  expect(one.dataSync()).toEqual(Float32Array.of(1, 2, 3));
  readInto(one, array);
  expect(array).toEqual(Float32Array.of(1, 2, 3));
});

test('int32 and bool tensors, tensors of nothing, and variables', () => {
  const ints = new Int32Array(2);
  readInto(tf.tensor1d([-5, 2 ** 30], 'int32'), ints);
  expect(ints).toEqual(Int32Array.of(-5, 2 ** 30));
  const bools = new Uint8Array(3);
  readInto(tf.tensor1d([true, false, true], 'bool'), bools);
  expect(bools).toEqual(Uint8Array.of(1, 0, 1));
  readInto(tf.zeros([0, 4]), new Float32Array(0));
  const array = new Float32Array(1);
  readInto(tf.variable(tf.tensor1d([4])), array);
  expect(array[0]).toBe(4);
});

/** A call that must be refused, with what its message says. */
const REFUSED: [string, () => void, string, RegExp][] = [
  [
    'an array that is too short',
    () => readInto(tf.zeros([2, 2]), new Float32Array(3)),
    'INVALID_SHAPE',
    /got 3.*4, one/,
  ],
  ['one that is too long', () => readInto(tf.zeros([2, 2]), new Float32Array(5)), 'INVALID_SHAPE', /got 5 entries/],
  ['another dtype', () => readInto(tf.zeros([2]), new Int32Array(2)), 'INVALID_DTYPE', /an Int32Array.*a Float32Array/],
  ['and the other way', () => readInto(tf.zeros([2], 'int32'), new Float32Array(2)), 'INVALID_DTYPE', /an? Int32Array/],
  ['float64', () => readInto(tf.zeros([2]), new Float64Array(2) as never), 'INVALID_DTYPE', /a Float64Array/],
  ['a list', () => readInto(tf.zeros([2]), [0, 0] as never), 'INVALID_DTYPE', /got \[0,0\].*new Float32Array/],
  ['texts', () => readInto(tf.tensor1d(['a']), new Float32Array(1)), 'INVALID_DTYPE', /dtype string.*dataSync/],
  [
    'a list for a tensor',
    () => readInto([1] as never, new Float32Array(1)),
    'INVALID_INPUT',
    /got \[1\].*tensor first/,
  ],
  ['nothing', () => readInto(undefined as never, new Float32Array(1)), 'INVALID_INPUT', /undefined/],
  [
    'a disposed tensor',
    () => {
      const gone = tf.zeros([1]);
      gone.dispose();
      readInto(gone, new Float32Array(1));
    },
    'INVALID_INPUT',
    /a disposed tensor.*before it is disposed/,
  ],
];

test.each(REFUSED)('refuses %s', (_, call, code, says) => {
  expect(call).toThrow(expect.objectContaining({ name: 'CropError', code, message: expect.stringMatching(says) }));
});

test('refuses a tensor of another tfjs backend, and does not move it', async () => {
  await tf.setBackend('cpu');
  const elsewhere = tf.zeros([1]);
  try {
    for (const current of ['cpu', 'wasm']) {
      await tf.setBackend(current);
      expect(() => readInto(elsewhere, new Float32Array(1))).toThrow(/another tfjs backend.*setBackend.*INVALID_INPUT/);
    }
    expect(tf.engine().state.tensorInfo.get(elsewhere.dataId)?.backend).toBe(tf.findBackend('cpu'));
  } finally {
    await tf.setBackend('wasm');
  }
});
