import * as tf from '@tensorflow/tfjs-core';

/** A value that hardly any argument takes. It is made anew for each call, in a tidy. */
export interface StrangeValue {
  name: string;
  make: () => unknown;
}

function trap(): never {
  throw new Error('a trap');
}

function deep(levels: number): unknown {
  let value: unknown[] = [];
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

function itself(): unknown {
  const value: unknown[] = [];
  value.push(value);
  return value;
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}

function disposed(): tf.Tensor {
  const gone = tf.zeros([1, 4]);
  gone.dispose();
  return gone;
}

class Thing {
  mode = 'nearest';
}

/** Everything but plain numbers of the right shape that JavaScript lets somebody pass. */
export const STRANGE_VALUES: readonly StrangeValue[] = [
  { name: 'undefined', make: () => undefined },
  { name: 'null', make: () => null },
  { name: 'true', make: () => true },
  { name: 'false', make: () => false },
  { name: '0', make: () => 0 },
  { name: '-0', make: () => -0 },
  { name: '1.5', make: () => 1.5 },
  { name: '-1', make: () => -1 },
  { name: 'NaN', make: () => Number.NaN },
  { name: 'Infinity', make: () => Number.POSITIVE_INFINITY },
  { name: '2 ** 53', make: () => 2 ** 53 },
  { name: '1n', make: () => 1n },
  { name: 'empty text', make: () => '' },
  { name: "'constructor'", make: () => 'constructor' },
  { name: "'__proto__'", make: () => '__proto__' },
  { name: 'a long text', make: () => 'x'.repeat(1e6) },
  { name: 'a String object', make: () => Object('bilinear') },
  { name: 'a Number object', make: () => Object(1) },
  { name: 'a symbol', make: () => Symbol('mode') },
  { name: 'a function', make: () => trap },
  { name: 'a class', make: () => Thing },
  { name: '[]', make: () => [] },
  { name: '[[]]', make: () => [[]] },
  { name: '[[[]]]', make: () => [[[]]] },
  // biome-ignore lint/suspicious/noSparseArray: it is what is tested.
  { name: 'a hole', make: () => [[1, , 3, 4]] },
  { name: 'holes only', make: () => new Array(4) },
  { name: 'a sparse row of 4e9', make: () => new Array(4e9) },
  { name: 'ragged rows', make: () => [[1, 2, 3, 4], [5]] },
  { name: 'rows of text', make: () => [['1', '2', '3', '4']] },
  { name: 'rows of null', make: () => [[null, null, null, null]] },
  { name: 'rows of undefined', make: () => [[undefined, 1, 2, 3]] },
  { name: 'rows of symbols', make: () => [[Symbol('a'), Symbol('b'), 1, 2]] },
  { name: 'rows of BigInt', make: () => [[1n, 2n, 3n, 4n]] },
  { name: 'rows of Map', make: () => [new Map(), new Map()] },
  { name: 'an array 10,000 deep', make: () => deep(10_000) },
  { name: 'an array in itself', make: itself },
  { name: 'an array whose entry throws', make: () => Object.defineProperty([1], 0, { get: trap }) },
  { name: 'a text in place of a size', make: () => ['2', '2'] },
  { name: 'a negative size', make: () => [2, -2] },
  { name: 'a broken size', make: () => [1.5, 2] },
  { name: 'a size of NaN', make: () => [Number.NaN, 2] },
  { name: 'an endless size', make: () => [Number.POSITIVE_INFINITY, 2] },
  { name: 'a huge size', make: () => [2 ** 40, 2 ** 40] },
  { name: 'a Uint8Array', make: () => new Uint8Array(4) },
  { name: 'a Float64Array', make: () => new Float64Array(4) },
  { name: 'a BigInt64Array', make: () => new BigInt64Array(4) },
  { name: 'a DataView', make: () => new DataView(new ArrayBuffer(16)) },
  { name: 'an ArrayBuffer', make: () => new ArrayBuffer(16) },
  { name: 'a Map', make: () => new Map([['mode', 'nearest']]) },
  { name: 'a Set', make: () => new Set([1, 2]) },
  { name: 'a WeakMap', make: () => new WeakMap() },
  { name: 'a Date', make: () => new Date(0) },
  { name: 'a RegExp', make: () => /mode/ },
  { name: 'an Error', make: () => new Error('mode') },
  { name: 'a promise', make: () => Promise.resolve([[0, 0, 1, 1]]) },
  { name: 'a generator', make: () => (function* () {})() },
  { name: 'an object like an array', make: () => ({ length: 2, 0: 2, 1: 2 }) },
  { name: 'Object.create(null) with a key', make: () => Object.assign(Object.create(null), { strange: 1 }) },
  { name: 'an inherited mode', make: () => Object.create({ mode: 'nearest' }) },
  { name: 'an instance', make: () => new Thing() },
  { name: 'a symbol as a key', make: () => ({ [Symbol('mode')]: 'nearest' }) },
  { name: 'a getter that throws', make: () => Object.defineProperty({}, 'mode', { enumerable: true, get: trap }) },
  {
    name: 'a proxy that throws',
    make: () => new Proxy({}, { get: trap, ownKeys: trap, getPrototypeOf: trap, has: trap }),
  },
  { name: 'a revoked proxy', make: revoked },
  { name: 'a toString that throws', make: () => ({ toString: trap, valueOf: trap, [Symbol.toPrimitive]: trap }) },
  { name: 'pixels', make: () => ({ data: new Uint8Array(16), width: 2, height: 2 }) },
  { name: 'a disposed tensor', make: disposed },
  { name: 'a bare Tensor.prototype', make: () => Object.create(tf.Tensor.prototype) },
  {
    name: 'an object like a tensor',
    make: () => ({ data: 1, dataSync: 1, throwIfDisposed: 1, shape: [1, 4], dtype: 'float32' }),
  },
  { name: 'a scalar tensor', make: () => tf.scalar(1) },
  { name: 'a tensor of text', make: () => tf.tensor2d([['a', 'b', 'c', 'd']]) },
  { name: 'a bool tensor', make: () => tf.zeros([1, 4], 'bool') },
];
