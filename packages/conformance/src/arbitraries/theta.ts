import fc from 'fast-check';
import { dyadic, type Temper, unit, wildNumber } from './coordinates.js';

/** The corners of a box, (x, y, x2, y2) or (x, y, z, x2, y2, z2): across the edge, mirrored or of no area as they fall. */
export function box(dimensions: 2 | 3, temper: Temper): fc.Arbitrary<number[]> {
  const corner = temper === 'wild' ? fc.oneof({ weight: 7, arbitrary: unit }, wildNumber) : fc.oneof(unit, dyadic);
  return fc.array(corner, { minLength: 2 * dimensions, maxLength: 2 * dimensions });
}

/** An affine map, row by row: a box, a general map, one far away, or with `wild` one that float32 may trip over. */
export function affineMap(dimensions: 2 | 3, temper: Temper): fc.Arbitrary<number[]> {
  const length = dimensions * (dimensions + 1);
  const entries = (entry: fc.Arbitrary<number>): fc.Arbitrary<number[]> =>
    fc.array(entry, { minLength: length, maxLength: length });
  const far = fc.integer({ min: -50, max: 50 }).map((k) => k + 0.375);
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: fc.array(unit, { minLength: 2 * dimensions, maxLength: 2 * dimensions }).map(axisAligned) },
    { weight: 3, arbitrary: entries(unit) },
    { weight: 1, arbitrary: entries(dyadic) },
    { weight: 1, arbitrary: entries(fc.oneof({ weight: 3, arbitrary: unit }, far)) },
    ...(temper === 'wild'
      ? [{ weight: 4, arbitrary: entries(fc.oneof({ weight: 7, arbitrary: unit }, wildNumber)) }]
      : []),
  );
}

/** Scales and shifts, one of each per axis, as the rows of an affine map. */
function axisAligned(numbers: number[]): number[] {
  const rows = numbers.length / 2;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: rows + 1 }, (_, column) =>
      column === row ? numbers[row] : column === rows ? numbers[rows + row] : 0,
    ),
  ).flat();
}
