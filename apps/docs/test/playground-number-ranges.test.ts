import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOX_RANGES, isTaken, SIZE_RANGES } from '../playground/number-ranges.js';

const RANGES = { ...BOX_RANGES, ...SIZE_RANGES };

/** For each field the ends of what it takes, and what it does not. */
const ENDS: Record<keyof typeof RANGES, { taken: number[]; refused: number[] }> = {
  cx: { taken: [-9999, 0, 0.25, 9999], refused: [-9999.01, 9999.01] },
  cy: { taken: [-9999, 0, 0.25, 9999], refused: [-9999.01, 9999.01] },
  w: { taken: [-9999, -1, 1, 1.5, 9999], refused: [-10_000, -0.99, 0, -0, 0.99, 10_000] },
  h: { taken: [-9999, -1, 1, 1.5, 9999], refused: [-10_000, -0.99, 0, -0, 0.99, 10_000] },
  angle: { taken: [-180, 0, 12.5, 180], refused: [-180.01, 180.01] },
  width: { taken: [1, 2, 512], refused: [-8, 0, -0, 0.5, 1.5, 511.99, 513] },
  height: { taken: [1, 2, 512], refused: [-8, 0, -0, 0.5, 1.5, 511.99, 513] },
};
const NEVER = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300];

describe.each(Object.entries(RANGES))('the range of %s', (key, range) => {
  const { taken, refused } = ENDS[key as keyof typeof RANGES];

  it('has its ends where its sentence says', () => {
    expect(taken.filter((value) => !isTaken(range, value))).toEqual([]);
    expect([...refused, ...NEVER].filter((value) => isTaken(range, value))).toEqual([]);
    const numbers = range.sentence.replaceAll('−', '-').match(/-?\d+/g)?.map(Number) ?? [];
    expect(numbers).toHaveLength(2);
    for (const end of numbers) {
      expect(isTaken(range, end)).toBe(true);
      expect([end - 1, end + 1].filter((value) => isTaken(range, value))).toHaveLength(1);
    }
  });

  it('takes whatever is nearest to any number', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), (value) => isTaken(range, range.nearest(value))));
  });
});
