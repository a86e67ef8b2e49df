class Throwing {
  toString(): string {
    throw new Error('no text');
  }
  get [Symbol.toStringTag](): string {
    throw new Error('no kind');
  }
}

const revoked = Proxy.revocable({}, {});
revoked.revoke();

const circular: unknown[] = [];
circular.push(circular);

/** Values made to confuse, by name; each test leaves out those that are right where it puts them. */
export const ODD_VALUES: Readonly<Record<string, unknown>> = {
  null: null,
  true: true,
  zero: 0,
  'minus one': -1,
  'one and a half': 1.5,
  NaN: Number.NaN,
  infinity: Number.POSITIVE_INFINITY,
  'a number that is not exact': 2 ** 53,
  'a BigInt': 5n,
  'a symbol': Symbol('s'),
  'an empty string': '',
  'a number as a string': '5',
  'an endless string': 'x'.repeat(1e6),
  'an array': [],
  'an array in itself': circular,
  'a function': () => 5,
  'an object': {},
  'an object without a prototype': Object.create(null),
  'an object that throws when printed': new Throwing(),
  'a proxy that was revoked': revoked.proxy,
  'a boxed number': Object(5),
  'a boxed string': Object('x'),
  'a date': new Date(0),
  'a map': new Map(),
  'a set': new Set(),
  'a promise': Promise.resolve(),
  'a regular expression': /x/,
  'an error': new Error('x'),
  'a typed array': new Float32Array(1),
};
