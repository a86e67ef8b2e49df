import { expect, test } from 'vitest';
import { fitLine, pairedRatio } from '../src/statistics.js';

test('a ratio is paired by round, so that a slow round cancels', () => {
  const { median } = pairedRatio([2, 20, 2], [1, 10, 1]);
  expect(median).toBe(2);
});

test('rounds that one of the two sat out have no ratio', () => {
  const { median, low, high } = pairedRatio([2, 30, undefined, 6], [1, undefined, 1, 2]);
  expect([low, median, high]).toEqual([2.25, 2.5, 2.75]);
});

test('a line is found through points of very different size', () => {
  const points = [1, 10, 1e3, 1e6].map((x) => ({ x, y: 5 + 0.25 * x }));
  const { fixed, slope, worst } = fitLine(points);
  expect(fixed).toBeCloseTo(5, 6);
  expect(slope).toBeCloseTo(0.25, 8);
  expect(worst).toBeLessThan(1e-6);
});

test('the worst point is the one farthest off the line, in parts of itself', () => {
  const points = [1, 2, 4, 8].map((x) => ({ x, y: x === 4 ? 6 : x }));
  expect(fitLine(points).worst).toBeGreaterThan(0.1);
});
