import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byImage } from '../src/by-image.js';
import { byPoints } from '../src/by-points.js';
import { forward } from '../src/forward.js';
import { columnsWay } from '../src/ways/columns/way.js';
import { rowsWay } from '../src/ways/rows/way.js';
import type { CreateWay } from '../src/ways/way.js';
import { WAYS } from '../src/ways/ways.js';
import { type CropCase, cropCases } from './crop-cases.js';

/** What a table of ways makes of a crop. */
type Op = (one: CropCase, ways: readonly CreateWay[]) => Float32Array;

const sample: Op = ({ image, points, call }, ways) => forward(image, points, call, ways);
const ops: Readonly<Record<string, Op>> = {
  forward: sample,
  'by the image': ({ dy, points, call }, ways) => byImage(dy, points, call, ways),
  'by the points': ({ dy, image, points, call }, ways) => byPoints(dy, image, points, call, ways),
};

/** Runs an op over crops by one way and by the general one, wherever that way accepts the crop. */
function compare(way: CreateWay, op: Op, crops: fc.Arbitrary<CropCase>, tolerance: number): void {
  let accepted = 0;
  const watched: CreateWay = (call, loop) => {
    const made = way(call, loop);
    if (!made) return undefined;
    const plan: typeof made.plan = (lines, row) => {
      const accepts = made.plan(lines, row);
      if (accepts) accepted++;
      return accepts;
    };
    return { ...made, plan };
  };
  const property = fc.property(crops, (one) => {
    const before = accepted;
    const found = op(one, [watched]);
    if (accepted === before) return;
    const wanted = op(one, []);
    for (let i = 0; i < wanted.length; i++) {
      // Numbers that are equal, so that 0 is -0, with which no sum of the general way begins.
      const equal = found[i] === wanted[i] || (Number.isNaN(found[i]) && Number.isNaN(wanted[i]));
      if (!equal && !(Math.abs(found[i] - wanted[i]) <= tolerance)) {
        expect.fail(`${i}: got ${found[i]}, expected ${wanted[i]}`);
      }
    }
  });
  fc.assert(property, { numRuns: 1500 });
  expect(accepted).toBeGreaterThan(100);
}

describe.each(WAYS)('$name equals the general way', (way) => {
  // In halves, weights have at most five binary digits per axis: no sum of whole numbers is rounded, in whatever order.
  const crops = cropCases(1 / 2, (value) => Math.round(4 * value));

  it.each(Object.entries(ops))('number for number, where nothing is rounded: %s', (_, op) => {
    compare(way, op, crops, 0);
  });

  it('at any coordinates, forward', () => {
    // Rows, and columns of RGB, are blended first: two roundings to float32 of numbers below 8.
    const reorders = way === rowsWay || way === columnsWay;
    compare(way, sample, cropCases(undefined, Math.fround), reorders ? 2 ** -20 : 0);
  });
});
