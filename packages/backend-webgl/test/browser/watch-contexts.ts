import { afterEach, expect } from 'vitest';
import { takeErrors } from './context-errors.js';

/** A setup file: a test fails where WebGL has an error to tell of. */
afterEach(() => {
  expect(takeErrors()).toEqual([]);
});
