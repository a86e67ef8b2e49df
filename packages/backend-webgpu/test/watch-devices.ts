import { afterEach, expect } from 'vitest';
import { takeErrors } from './device-errors.js';

/** A setup file: a test fails where a device complains. tfjs does not, and gives whatever was in the buffer. */
afterEach(async () => {
  expect(await takeErrors()).toEqual([]);
});
