import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byImage } from '../src/by-image.js';
import { byPoints } from '../src/by-points.js';
import type { Call } from '../src/call.js';
import { forward } from '../src/forward.js';
import { hasRgbPixels } from '../src/layout.js';
import { createRow } from '../src/row.js';
import { blendedRowsWay } from '../src/ways/blended-rows/way.js';
import { columnsWay } from '../src/ways/columns/way.js';
import type { CreateWay, Loop } from '../src/ways/way.js';
import { WAYS } from '../src/ways/ways.js';
import { type CropCase, cropCases } from './crop-cases.js';

/** What a table of ways makes of a crop, by each of their loops. */
const OPS: Readonly<Record<Loop, (one: CropCase, ways: readonly CreateWay[]) => Float32Array>> = {
  gather: ({ image, points, call }, ways) => forward(image, points, call, ways),
  scatter: ({ dy, points, call }, ways) => byImage(dy, points, call, ways),
  slope: ({ dy, image, points, call }, ways) => byPoints(dy, image, points, call, ways),
};
const LOOPS: readonly Loop[] = ['gather', 'scatter', 'slope'];

function accepts(way: CreateWay, loop: Loop, { call, points }: CropCase): boolean {
  const row = createRow(call.crop.width);
  const lines = points.turnTo(row, 0);
  return way(call, loop, lines)?.plan(lines, row) === true;
}

/** Compares a way with the general one, alone, on crops that it accepts. */
function compare(way: CreateWay, loop: Loop, crops: fc.Arbitrary<CropCase>, tolerance: (call: Call) => number): void {
  const property = fc.property(crops, (one) => {
    fc.pre(accepts(way, loop, one));
    const [found, wanted] = [[way], []].map((ways) => OPS[loop](one, ways));
    for (let i = 0; i < wanted.length; i++) {
      // Equal as numbers: a sum of the general way begins with 0, and is never -0.
      const equal = found[i] === wanted[i] || (Number.isNaN(found[i]) && Number.isNaN(wanted[i]));
      if (!equal && !(Math.abs(found[i] - wanted[i]) <= tolerance(one.call))) {
        expect.fail(`${i}: got ${found[i]}, expected ${wanted[i]}`);
      }
    }
  });
  // Of every twelve crops, one is a box of a bilinear image.
  fc.assert(property, { maxSkipsPerRun: 100 });
}

describe('blended rows, antialiased', () => {
  const crops = cropCases(undefined, Math.fround, [1, 1.5]);

  it.each(LOOPS)('equal the general way, but for the order of their sums: %s', (loop) => {
    compare(blendedRowsWay, loop, crops, ({ crop }) => {
      // Image and dy are at most 1. An image gradient is added up in float32, of as many numbers as there are outputs.
      const outputs = crop.width * crop.height * crop.depth;
      return { gather: 2 ** -22, scatter: outputs ** 2 * 2 ** -23, slope: 2 ** -17 }[loop];
    });
  });
});

describe.each(WAYS.map((way) => ({ name: way.name, way })))('$name equals the general way', ({ way }) => {
  // In halves, weights have at most five binary digits per axis: no sum of whole numbers is rounded, in whatever order.
  const crops = cropCases(1 / 2, (value) => Math.round(4 * value));

  it.each(LOOPS)('number for number, where nothing is rounded: %s', (loop) => {
    compare(way, loop, crops, () => 0);
  });

  it('at any coordinates, forward', () => {
    // Rows, and columns of RGB, are blended in another order: two roundings to float32 of numbers below 8.
    const reorders = (call: Call): boolean =>
      way === blendedRowsWay || (way === columnsWay && hasRgbPixels(call.image));
    compare(way, 'gather', cropCases(undefined, Math.fround), (call) => (reorders(call) ? 2 ** -20 : 0));
  });
});
