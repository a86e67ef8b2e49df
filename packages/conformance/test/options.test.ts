import { CropError, type CropErrorCode } from '@cropgrad/core';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { STRANGE_VALUES } from '../../core/test/strange-values.js';
import { mount, testBackend } from '../src/index.js';
import { resolveTestOptions } from '../src/options.js';
import { requireBackend } from '../src/require-backend.js';
import { plainBackend } from './self/plain-backend.js';

const create = () => plainBackend();

/** Calls as JavaScript would, where no type stands in the way. */
function calls(f: (...args: never[]) => unknown, ...args: unknown[]): unknown {
  return Reflect.apply(f, undefined, args);
}

function throwing(): never {
  throw new Error('no answer');
}

function requireRefused(call: () => unknown, code: CropErrorCode): void {
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  if (!(thrown instanceof CropError)) throw new Error('no CropError', { cause: thrown });
  expect(thrown.code).toBe(code);
  for (const part of [thrown.what, thrown.got, thrown.expected, thrown.next]) expect(part).not.toBe('');
  expect(thrown.message.split('\n')).toHaveLength(1);
  expect(thrown.message.length).toBeLessThan(500);
}

const TEXTS = ["'constructor'", "'__proto__'", 'a long text'];

/** Objects without keys of their own. */
const OBJECTS = ['an inherited mode'];

const failing = Object.defineProperty({}, 'edge/no-leak', { enumerable: true, get: throwing });

/** The strange values that are wrong in a place. */
function except(...right: string[]): [string, unknown][] {
  const wrong = STRANGE_VALUES.filter(({ name }) => !right.includes(name));
  return wrong.map(({ name, make }) => [name, make()]);
}

describe('testBackend refuses with INVALID_OPTION', () => {
  const refused = (...args: unknown[]): void => requireRefused(() => calls(testBackend, ...args), 'INVALID_OPTION');

  it.each(except(...TEXTS))('as its name %s', (_, value) => {
    refused(value, { create });
  });
  it.each(except())('as its options %s', (_, value) => refused('x', value));
  it.each(except('a function', 'a class'))('as create %s', (_, value) => {
    refused('x', { create: value });
  });
  it.each(except('undefined'))('as runs %s', (_, value) => {
    refused('x', { create, runs: value });
  });
  it.each(except('undefined', '0', '-0', '-1'))('as seed %s', (_, value) => {
    refused('x', { create, seed: value });
  });
  it.each(except('undefined', 'a text in place of a size'))('as checks %s', (_, value) => {
    refused('x', { create, checks: value });
  });
  it.each(except(...TEXTS, 'empty text'))('as one of the checks %s', (_, value) => {
    refused('x', { create, checks: [value] });
  });
  it.each(except('undefined', ...OBJECTS))('as knownFailures %s', (_, value) => {
    refused('x', { create, knownFailures: value });
  });
  it.each(except(...TEXTS, 'empty text'))('as the reason of a known failure %s', (_, value) =>
    refused('x', { create, knownFailures: { 'edge/no-leak/crop/2-D': value } }),
  );
  it.each([
    ['a misspelt key', { create, run: 5 }],
    ['a symbol as a key', { create, [Symbol('runs')]: 5 }],
    ['a symbol among the known failures', { create, knownFailures: { [Symbol('id')]: 'why' } }],
    ['a getter that throws', Object.defineProperty({ create }, 'runs', { enumerable: true, get: throwing })],
    ['a proxy that throws', new Proxy({ create }, { ownKeys: throwing })],
    ['a create that is inherited', Object.create({ create })],
    ['a create that throws', Object.defineProperty({}, 'create', { enumerable: true, get: throwing })],
    ['a getter that throws among the known failures', { create, knownFailures: failing }],
  ])('%s', (_, options) => refused('x', options));
});

describe('the options of testBackend', () => {
  it('have defaults', () => {
    const { runs, seed, checks, knownFailures } = resolveTestOptions('x', { create });
    expect([runs, Number.isSafeInteger(seed), checks, Object.keys(knownFailures)]).toEqual([100, true, undefined, []]);
  });

  it('are read from own keys only', () => {
    const options = Object.assign(Object.create({ runs: 7, knownFailures: { a: 'b' } }), { create });
    expect(resolveTestOptions('x', options)).toMatchObject({ runs: 100, knownFailures: {} });
    expect(resolveTestOptions('x', { create, knownFailures: {} }).knownFailures.constructor).toBeUndefined();
  });

  it('may be undefined, or an object without a prototype', () => {
    const bare = Object.assign(Object.create(null), { create, runs: 3, seed: -1 });
    expect(resolveTestOptions('x', bare)).toMatchObject({ runs: 3, seed: -1 });
    expect(calls(resolveTestOptions, 'x', { create, runs: undefined, seed: undefined })).toMatchObject({ runs: 100 });
  });
});

describe('what create gives is refused with INVALID_BACKEND', () => {
  const refused = (value: unknown): void => requireRefused(() => calls(requireBackend, 'x', value), 'INVALID_BACKEND');
  const sound = plainBackend();

  it.each(except())('where it is %s', (_, value) => {
    refused(value);
  });
  it.each(except(...TEXTS))('where its tfBackend is %s', (_, value) => {
    refused({ ...sound, tfBackend: value });
  });
  it('but not where it is one', () => expect(requireBackend('x', sound)).toBe(sound));
});

describe('mount refuses with INVALID_BACKEND', () => {
  it.each(except(...TEXTS))('a backend whose tfBackend is %s', async (_, tfBackend) => {
    const refused = calls(mount, { ...plainBackend(), tfBackend });
    await expect(refused).rejects.toMatchObject({ name: 'CropError', code: 'INVALID_BACKEND' });
  });
  // What a function of the device throws is its own.
  it.each(except('a function', 'a class'))('a backend whose capabilities are %s', async (_, capabilities) => {
    const refused = calls(mount, { ...plainBackend(), capabilities });
    await expect(refused).rejects.toMatchObject({ name: 'CropError', code: 'INVALID_BACKEND' });
  });
  it('a backend of the first contract', async () => {
    const refused = calls(mount, { ...plainBackend(), contract: undefined });
    await expect(refused).rejects.toMatchObject({ name: 'CropError', code: 'INVALID_BACKEND' });
  });
});

it('mount asks for capabilities that depend on the device once it has started', async () => {
  const backend = plainBackend();
  const asked: unknown[] = [];
  const capabilities = (device: unknown) => {
    asked.push(device);
    return { ...backend.capabilities, precision: 'f16' } as const;
  };
  const mounted = await mount({ ...backend, capabilities });
  expect(mounted.backend.capabilities.precision).toBe('f16');
  expect(asked[0]).toBeInstanceOf(MathBackendCPU);
  mounted.unmount();
});
