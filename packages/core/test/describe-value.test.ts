import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeValue } from '../src/inputs/describe-value.js';

class Thing {}
class Engine {}

function itself(): unknown {
  const list: unknown[] = [1];
  list.push(list);
  return list;
}

function trap(): never {
  throw new Error('a trap');
}

/** Values, and the words for them that stand in an error message. */
const WORDS: [what: string, value: unknown, words: string][] = [
  ['undefined', undefined, 'undefined'],
  ['null', null, 'null'],
  ['a boolean', true, 'true'],
  ['a number', 1.5, '1.5'],
  ['the zero that is shown as 0 elsewhere', -0, '-0'],
  ['the other zero', 0, '0'],
  ['a BigInt, which looks like a number', 7n, 'the BigInt 7'],
  ['a symbol', Symbol('mode'), 'Symbol(mode)'],
  ['a function', () => 1, 'a function'],
  ['a class', Thing, 'a function'],
  ['a text', 'linear', "'linear'"],
  ['a text that just fits', 'x'.repeat(60), `'${'x'.repeat(60)}'`],
  ['a text that is too long', 'x'.repeat(61), `'${'x'.repeat(60)}…'`],
  ['an array', [1, 'a', null, -0], "[1,'a',null,-0]"],
  ['an empty array', [], '[]'],
  ['an array that just fits', [1, 2, 3, 4, 5, 6], '[1,2,3,4,5,6]'],
  ['an array that is too long', [1, 2, 3, 4, 5, 6, 7], '[1,2,3,4,5,6,… 7 entries]'],
  ['an array of arrays', [[1], []], '[[…],[…]]'],
  ['an array in itself', itself(), '[1,[…]]'],
  ['an array of objects', [{}, new Map()], '[an object,a Map]'],
  ['a tensor', tf.zeros([2, 3]), 'a tensor of shape [2,3]'],
  ['an object', { mode: 'nearest' }, 'an object'],
  ['an object without a prototype', Object.create(null), 'an object'],
  ['an instance', new Thing(), 'a Thing'],
  ['an instance of a class that begins with a vowel', new Engine(), 'an Engine'],
  ['an instance of a class without a name', new (class {})(), 'an object'],
  ['an object whose constructor has no text for a name', { constructor: { name: 7 } }, 'an object'],
  ['an object whose constructor is nothing', { constructor: null }, 'an object'],
  ['a Map', new Map(), 'a Map'],
  ['an Int32Array', new Int32Array(2), 'an Int32Array'],
  ['a BigInt64Array, with a vowel further on', new BigInt64Array(2), 'a BigInt64Array'],
  ['a canvas', { [Symbol.toStringTag]: 'HTMLCanvasElement' }, 'an HTMLCanvasElement'],
  ['an object that cannot be read', new Proxy({}, { get: trap }), 'an object that cannot be read'],
  ['an array that cannot be read', new Proxy([1], { get: trap }), 'an object that cannot be read'],
];

it.each(WORDS)('describeValue says what is given: %s', (_, value, words) => {
  expect(describeValue(value)).toBe(words);
});
