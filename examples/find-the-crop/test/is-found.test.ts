import { expect, it } from 'vitest';
import type { Box } from '../src/box.js';
import { isFound } from '../src/is-found.js';

it.each<[string, boolean, Box, Box]>([
  ['the true box', true, [10, 20, 30, 40], [10, 20, 30, 40]],
  ['a corner within a pixel', true, [10.7, 20.7, 30, 40], [10, 20, 30, 40]],
  ['a corner beyond a pixel', false, [10.8, 20.8, 30, 40], [10, 20, 30, 40]],
  ['within a tenth of a small box', true, [10, 20, 12.19, 40], [10, 20, 12, 40]],
  ['beyond a tenth of a small box', false, [10, 20, 12.21, 40], [10, 20, 12, 40]],
  ['no size, in the middle of a box of a pixel', false, [10.5, 10.5, 10.5, 10.5], [10, 10, 11, 11]],
  ['no width, in a box of 10 pixels', false, [15, 10, 15, 20], [10, 10, 20, 20]],
  ['no width, in a box of a pixel', false, [10.5, 10, 10.5, 300], [10, 10, 11, 300]],
  ['a box inside out', false, [11, 10, 10, 300], [10, 10, 11, 300]],
  ['no number', false, [Number.NaN, 20, 30, 40], [10, 20, 30, 40]],
])('%s: %s', (_what, found, settled, truth) => {
  expect(isFound(settled, truth)).toBe(found);
});
