import { gridSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { noise } from '../numbers.js';
import { IS_FULL } from '../runs.js';
import { useWebGPU } from '../webgpu.js';

beforeAll(useWebGPU);

/** The gradient of an image of one pixel that every output reads whole: the sum of dy. */
async function sumOf(dy: Float32Array): Promise<number> {
  const image = tf.zeros<tf.Rank.R4>([1, 1, 1, 1]);
  const grid = tf.zeros<tf.Rank.R4>([1, 1, dy.length, 2]);
  const gradient = tf.grad((x) => gridSample(x as tf.Tensor4D, grid, { mode: 'nearest' }));
  const [sum] = await gradient(image, tf.tensor4d(dy, [1, 1, dy.length, 1])).data();
  return sum;
}

/** The sum in float64, whose rounding is far below float32's. */
function truth(dy: Float32Array): number {
  return Math.fround(dy.reduce((sum, x) => sum + x, 0));
}

const LENGTH = 8192;
/** So many ones that float32 itself stops to count. */
const MANY = IS_FULL ? 2 ** 24 + 2 : LENGTH;

test.each([
  ['numbers of one size', noise(LENGTH, 1)],
  ['ones', new Float32Array(MANY).fill(1)],
  ['a number that is the same every time', new Float32Array(LENGTH).fill(0.1)],
  ['one far larger number among them', noise(LENGTH, 1).map((x, k) => (k === 77 ? 1e6 : x))],
  ['numbers that cancel', Float32Array.from([...noise(LENGTH, 1), ...noise(LENGTH, 1).map((x) => -x), 1e-6])],
  ['negative numbers', noise(LENGTH, 1).map((x) => -Math.abs(x))],
  ['the largest numbers', Float32Array.from([3e38, -2e38, 1e38, -1.5e38])],
  ['small numbers', noise(LENGTH, 1).map((x) => x * 1e-30)],
  ['a few numbers', noise(5, 9)],
  ['one number', Float32Array.from([Math.fround(0.3)])],
  ['none but 0', new Float32Array(4)],
])('%s are added up and rounded once', async (_, dy) => {
  expect(await sumOf(dy)).toBe(truth(dy));
});

test.each([
  ['NaN', [1, Number.NaN, 2], Number.NaN],
  ['infinity', [1, Infinity, 2], Infinity],
  ['two of them', [Infinity, Infinity], Infinity],
  ['the negative one', [1, -Infinity, 2], -Infinity],
  ['both', [Infinity, -Infinity, 2], Number.NaN],
  ['infinity and NaN', [Infinity, Number.NaN, 2], Number.NaN],
  ['what overflows', [3e38, 3e38], Infinity],
])('%s is what a sum of floats would be', async (_, dy, expected) => {
  expect(await sumOf(Float32Array.from(dy))).toBe(expected);
});
