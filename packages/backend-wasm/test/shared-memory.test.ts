import { expect, test } from 'vitest';
import { binaryOf } from '../src/build.js';
import { bytesForTests } from './checked-module.js';

test('the build for shared memory is, byte for byte, the one that the compiler makes', () => {
  const made = Buffer.from(binaryOf('sharedSimd'));
  expect(made.equals(bytesForTests('sharedSimd'))).toBe(true);
  expect(made.length).toBe(binaryOf('simd').length + 3);
});
