import { expect, test } from 'vitest';
import { sweepCells } from '../src/sweep/cells.js';
import { requireSimilar } from '../src/sweep/require-similar.js';

test('there are 825 cells, of which 495 are fused, each with a name of its own', () => {
  const cells = sweepCells();
  expect(cells).toHaveLength(825);
  expect(cells.filter(({ op }) => op.startsWith('forward'))).toHaveLength(495);
  expect(new Set(cells.map(({ name }) => name)).size).toBe(825);
  expect(cells.filter(({ name }) => /3-D.*bicubic|C 1, NCHW/.test(name))).toEqual([]);
});

test('a result that is not that of PyTorch is refused, and so is NaN', () => {
  const array = (...data: number[]) => [{ shape: [data.length], data: Float32Array.from(data) }];
  expect(() => requireSimilar('cell', array(1, 2, 3.001), array(1, 2, 3))).not.toThrow();
  expect(() => requireSimilar('cell', array(1, 2, 3.1), array(1, 2, 3))).toThrow('cell: result 0 differs');
  expect(() => requireSimilar('cell', array(1, 2, Number.NaN), array(1, 2, 3))).toThrow('cell: result 0 differs');
  expect(() => requireSimilar('cell', array(1, 2), array(1, 2, 3))).toThrow("[2], but PyTorch's [3]");
});
