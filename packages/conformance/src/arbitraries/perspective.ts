import fc from 'fast-check';
import type { PerspectiveSampleCase } from '../case.js';
import { pointsOf } from '../oracle/points.js';
import type { Temper } from './coordinates.js';
import { unit, wildNumber } from './coordinates.js';
import { affineMap } from './theta.js';

/** Half floats tell W from 0 where it is this part of its terms, after 8 roundings of 2^-11; all other numbers do, too. */
const DECIDED = 2 ** -7;

/**
 * A perspective map, row by row: one that sees all of its crop, any at all, an affine one, each times a factor; or with
 * `wild` one that float32 may trip over.
 */
export function perspectiveMap(temper: Temper): fc.Arbitrary<number[]> {
  const entries = (entry: fc.Arbitrary<number>): fc.Arbitrary<number[]> =>
    fc.array(entry, { minLength: 9, maxLength: 9 });
  const tilt = unit.map((x) => x / 4);
  const tilted = fc.tuple(affineMap(2, 'tame'), tilt, tilt).map(([rows, g, h]) => [...rows, g, h, 1]);
  const affine = affineMap(2, 'tame').map((rows) => [...rows, 0, 0, 1]);
  const factor = fc.constantFrom(1, 1, -1, 0.25, -3, 1024);
  const scaled = (maps: fc.Arbitrary<number[]>): fc.Arbitrary<number[]> =>
    fc.tuple(maps, factor).map(([map, by]) => map.map((entry) => Math.fround(entry * by)));
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: affine },
    { weight: 4, arbitrary: scaled(tilted) },
    { weight: 3, arbitrary: scaled(entries(unit)) },
    ...(temper === 'wild'
      ? [{ weight: 4, arbitrary: entries(fc.oneof({ weight: 9, arbitrary: unit }, wildNumber)) }]
      : []),
  );
}

/** Whether rounding leaves no doubt of any point whether it is in front of the camera. */
export function isDecided(c: PerspectiveSampleCase): boolean {
  return (pointsOf(c).views ?? []).every(({ rows, bases, depth }) => {
    const terms = rows[2].reduce((sum, entry) => sum + Math.abs(entry), 0);
    // Of one that is not finite there is no point.
    return !rows.flat().every(Number.isFinite) || bases.every((_, s) => Math.abs(depth(s)) > DECIDED * terms);
  });
}
