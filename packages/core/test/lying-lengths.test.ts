import '@cropgrad/backend-cpu';
import * as core from '@cropgrad/core';
import { describe, expect, it } from 'vitest';

/** Lengths that a proxy, or a typed array with a `length` of its own, may claim. */
const LENGTHS: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  -1,
  1.5,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  '4',
  1n,
  Symbol('4'),
  {},
];

function lying(values: number[] | number[][], length: unknown): unknown {
  return new Proxy(values, { get: (target, key) => (key === 'length' ? length : Reflect.get(target, key)) });
}

const size = [2, 2];
const box = [-1, -1, 1, 1];
const image = [[[[1]]]];

describe.each(LENGTHS)('an array that claims to be %s long', (length) => {
  const typed = Object.defineProperty(new Float32Array(4), 'length', { value: length });

  it.each<[name: string, f: (...args: never[]) => unknown, args: unknown[]]>([
    ['boxes', core.boxToTheta, [lying([box], length)]],
    ['a box', core.boxToTheta, [[lying(box, length)]]],
    ['a box as a typed array', core.boxToTheta, [[typed]]],
    ['boxes in pixels', core.boxesFromPixels, [[lying(box, length)], size]],
    ['rotated boxes', core.rotatedBoxToTheta, [[lying([0, 0, 1, 1, 0], length)], size]],
    ['a size', core.crop, [image, [box], lying(size, length)]],
    ['imageIndex', core.crop, [image, [box], size, { imageIndex: lying([0], length) }]],
    ['an image', core.crop, [[[[lying([1], length)]]], [box], size]],
  ])('is refused as %s', (_, f, args) => {
    expect(() => Reflect.apply(f, undefined, args)).toThrow(
      expect.objectContaining({ name: 'CropError', message: expect.not.stringContaining('[object') }),
    );
  });
});

it('a trap that throws an error without a message is refused, too', () => {
  const boxes = new Proxy([box], {
    get: () => {
      throw Object.defineProperty(new Error(), 'message', {
        get: () => {
          throw new Error('again');
        },
      });
    },
  });
  expect(() => core.boxToTheta(boxes)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
});
