import '@cropgrad/backend-cpu';
import { crop, type SampleOptions } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { expectClose } from './close.js';

const image = tf.tensor4d([1, 2, 3, 4], [2, 1, 2, 1]);
const boxes = [[-1, -1, 1, 1]];

/** An array that says one thing by index and another when it is iterated. */
function twoFaced<T extends object>(values: T, iterated: number[]): T {
  return Object.defineProperty(values, Symbol.iterator, { value: () => iterated[Symbol.iterator]() });
}

describe('what was checked is what is used', () => {
  it('an imageIndex with an iterator of its own', () => {
    for (const imageIndex of [twoFaced([1], [7]), twoFaced(Int32Array.of(1), [7])]) {
      expectClose(crop(image, boxes, [1, 2], { imageIndex }), [1, 1, 2, 1], [3, 4], 0);
    }
  });

  it('a size with an iterator of its own', () => {
    const size = twoFaced<[number, number]>([1, 2], [5, 5]);
    expect(crop(image, boxes, size, { imageIndex: [0] }).shape).toEqual([1, 1, 2, 1]);
  });

  it('nested numbers with an iterator of their own', () => {
    const nested = [twoFaced([-1, -1, 1, 1], [9, 9, 9, 9])];
    expectClose(crop(image, nested, [1, 2], { imageIndex: [0] }), [1, 1, 2, 1], [1, 2], 0);
  });

  it('an option whose getter changes its mind', () => {
    let asked = 0;
    const options = Object.defineProperty({}, 'mode', {
      enumerable: true,
      get: () => (asked++ === 0 ? 'nearest' : 'no mode'),
    });
    expectClose(crop(image, boxes, [1, 2], { ...options, imageIndex: [0] }), [1, 1, 2, 1], [1, 2], 0);
    asked = 0;
    expect(
      Reflect.apply(crop, undefined, [tf.slice(image, [0, 0, 0, 0], [1, 1, 2, 1]), boxes, [1, 2], options]).shape,
    ).toEqual([1, 1, 2, 1]);
    expect(asked).toBe(1);
  });

  it('a size of -0 is a size of 0', () => {
    const { shape } = crop(image, boxes, [-0, 2], { imageIndex: [0] });
    expect(Object.is(shape[1], 0)).toBe(true);
  });
});

describe('own keys only', () => {
  afterEach(() => {
    Reflect.deleteProperty(Object.prototype, 'mode');
    Reflect.deleteProperty(Object.prototype, 'fillValue');
    Reflect.deleteProperty(Array.prototype, 1);
  });

  it('a polluted prototype changes nothing', () => {
    const wanted = crop(image, [[-0.5, -1, 1, 1]], [1, 2], { imageIndex: [0] }).dataSync();
    Reflect.set(Object.prototype, 'mode', 'nearest');
    Reflect.set(Object.prototype, 'fillValue', 'nothing');
    expectClose(crop(image, [[-0.5, -1, 1, 1]], [1, 2], { imageIndex: [0] }), [1, 1, 2, 1], wanted, 0);
  });

  it('a hole is not filled from a polluted prototype', () => {
    Reflect.set(Array.prototype, 1, -1);
    const holes = [new Array(4).fill(1)];
    Reflect.deleteProperty(holes[0], 1);
    expect(() => crop(image, holes, [1, 2], { imageIndex: [0] })).toThrow(/INVALID_INPUT/);
  });

  it('options without a prototype count', () => {
    const options: SampleOptions = Object.assign(Object.create(null), { imageIndex: [1] });
    expectClose(crop(image, boxes, [1, 2], options), [1, 1, 2, 1], [3, 4], 0);
  });
});
