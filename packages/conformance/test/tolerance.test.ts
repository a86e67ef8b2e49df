import type { Mode } from '@cropgrad/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleCase } from '../src/arbitraries/cases.js';
import { coordinateGradient, type GridSampleCase, type Quantity } from '../src/case.js';
import { SAMPLE_CELLS } from '../src/cells.js';
import { oracle } from '../src/oracle/index.js';
import { accept } from '../src/tolerance/index.js';
import { type Accepted, accepts, around, formatAccepted, hull, width } from '../src/tolerance/interval.js';
import type { Precision } from '../src/tolerance/precision.js';

const F32: Precision = { unit: 2 ** -24, exactCoordinates: false, largest: Number.POSITIVE_INFINITY };
const F16: Precision = { unit: 2 ** -11, exactCoordinates: false, largest: 65504 };
const EXACT: Precision = { unit: 2 ** -24, exactCoordinates: true, largest: Number.POSITIVE_INFINITY };

/** One row of four pixels, read at one point: pixel x is at (2x + 1) / 4 - 1. */
function oneRow(x: number, mode: Mode, fillValue: number = 0): GridSampleCase {
  return {
    op: 'gridSample',
    dimensions: 2,
    image: { shape: [1, 1, 4, 1], data: [1, 5, 2, 7] },
    grid: { shape: [1, 1, 1, 2], data: [(2 * x + 1) / 4 - 1, 0] },
    options: { mode, paddingMode: 'zeros', alignCorners: false, fillValue },
    dy: { shape: [1, 1, 1, 1], data: [1] },
  };
}

/** The same with border padding, so that the row's own edges do not matter. */
function inBorder(c: GridSampleCase): GridSampleCase {
  return { ...c, options: { ...c.options, paddingMode: 'border' } };
}

/** What the one number of the result, or the gradient of x, may be. */
function accepted(c: GridSampleCase, quantity: Quantity, precision: Precision = F32): Accepted {
  return accept(c, quantity, precision)[0];
}

describe('intervals', () => {
  it('take NaN and infinities exactly', () => {
    expect(accepts([around(Number.NaN)], Number.NaN)).toBe(true);
    expect(accepts([around(Number.NaN)], 0)).toBe(false);
    expect(accepts([around(0, 1)], Number.NaN)).toBe(false);
    expect(accepts([around(Number.POSITIVE_INFINITY, 1)], Number.POSITIVE_INFINITY)).toBe(true);
    expect(accepts([around(Number.POSITIVE_INFINITY, 1)], 1e38)).toBe(false);
    expect(accepts([around(0, 1)], Number.POSITIVE_INFINITY)).toBe(false);
  });

  it('are read as numbers, ranges or choices', () => {
    expect(formatAccepted([around(2)])).toBe('2');
    expect(formatAccepted([around(2, 1), around(9)])).toBe('[1, 3] or 9');
  });
});

describe('tolerances', () => {
  it.each(SAMPLE_CELLS.map((cell) => [Object.values(cell).join('/'), cell] as const))(
    'hold the truth: %s',
    (_name, cell) => {
      fc.assert(
        fc.property(
          sampleCase(cell),
          fc.constantFrom(undefined, Number.NaN, Number.POSITIVE_INFINITY),
          (drawn, fill) => {
            const c = fill === undefined ? drawn : { ...drawn, options: { ...drawn.options, fillValue: fill } };
            for (const quantity of ['output', 'dImage', coordinateGradient(c.op)] as const) {
              const truth = oracle(c, quantity);
              const outside = accept(c, quantity, F32).findIndex((choices, i) => !accepts(choices, truth[i]));
              expect(outside, quantity).toBe(-1);
            }
          },
        ),
        { numRuns: 20, seed: 1 },
      );
    },
  );

  it('are as wide as rounding makes them, and no wider', () => {
    const u = 2 ** -24;
    // At 1.25 the coordinate may be off by 4u(1.25 + 4); the slope is 5 - 2, the largest pixel 5, and K is 2.
    const error = 4 * u * 5.25;
    const c = inBorder(oneRow(1.25, 'bilinear'));
    expect(width(accepted(c, 'output')) / u).toBeCloseTo((2 * (3 * error + 8 * u * 5)) / u, 4);
    expect(width(accepted(c, 'dGrid')) / u).toBeCloseTo(2 * 8 * 2 * 5, 4);
    // The first pixel gets 0.75 of dy from 0.25.
    const gradient = accepted(inBorder(oneRow(0.25, 'bilinear')), 'dImage');
    expect(width(gradient) / u).toBeCloseTo(2 * (4 * 4.25 + 8 + 0.75), 4);
    expect(accepted(inBorder(oneRow(0.25, 'nearest')), 'output')).toEqual([around(1, u)]);
  });

  it('take either side within reach of a kink, and neither beyond', () => {
    // Left of pixel 1 the slope is 5 - 1, right of it 2 - 5, and one unit is two pixels.
    const atKink = hull(accepted(oneRow(1, 'bilinear'), 'dGrid'));
    expect(atKink.lo).toBeCloseTo(2 * -3, 3);
    expect(atKink.hi).toBeCloseTo(2 * 4, 3);
    const beside = hull(accepted(oneRow(1.001, 'bilinear'), 'dGrid'));
    expect(beside.hi).toBeCloseTo(2 * -3, 3);
  });

  it('take one side of a kink where the coordinates are exact', () => {
    const { lo, hi } = hull(accepted(oneRow(1, 'bilinear'), 'dGrid', EXACT));
    expect(lo).toBeCloseTo(2 * -3, 3);
    expect(hi).toBeCloseTo(2 * -3, 3);
  });

  it('take either neighbour for nearest, and nothing between', () => {
    const choices = accepted(oneRow(1.5, 'nearest'), 'output');
    expect([5, 2].map((value) => accepts(choices, value))).toEqual([true, true]);
    expect(accepts(choices, 3)).toBe(false);
    expect(accepts(accepted(oneRow(1.5, 'nearest'), 'output', EXACT), 5)).toBe(false);
  });

  it('ask for fillValue exactly where a coordinate is missing or surely outside', () => {
    expect(accepted(oneRow(Number.NaN, 'bilinear', 9), 'output')).toEqual([{ lo: 9, hi: 9 }]);
    expect(accepted(oneRow(Number.NaN, 'bilinear', 9), 'dGrid')).toEqual([{ lo: 0, hi: 0 }]);
    expect(hull(accepted(oneRow(1e30, 'nearest', 9), 'output')).hi).toBeCloseTo(9, 5);
  });

  describe('of a fill that is not finite', () => {
    // The last pixel of four is at 3, where one unit of the coordinate is two pixels and the error 28 u.
    const at = (x: number): Accepted => accepted(oneRow(x, 'bilinear', Number.NaN), 'output');
    const delta = 28 * 2 ** -24;

    it('take none of it on the last pixel', () => {
      expect(accepts(at(3), 7)).toBe(true);
      expect(accepts(at(3), Number.NaN)).toBe(false);
      const [slope] = accept(oneRow(3, 'bilinear', Number.NaN), 'dGrid', F32);
      expect([10, -14, Number.NaN].map((value) => accepts(slope, value))).toEqual([true, true, false]);
    });

    it('take either beside what rounding may cause, and the fill beyond', () => {
      const answers = [0.25, 1.5, 4].map((reach) =>
        [7 * (1 - reach * delta), Number.NaN].map((value) => accepts(at(3 + reach * delta), value)),
      );
      expect(answers).toEqual([
        [true, true],
        [true, true],
        [false, true],
      ]);
    });

    it('say nothing of a slope that reads it, but that of nearest, which is 0', () => {
      const [slope] = accept(oneRow(3.5, 'bilinear', Number.NaN), 'dGrid', F32);
      expect([Number.NaN, 5].map((value) => accepts(slope, value))).toEqual([true, true]);
      const [flat] = accept(oneRow(5, 'nearest', Number.NaN), 'dGrid', F32);
      expect([Number.NaN, 0].map((value) => accepts(flat, value))).toEqual([false, true]);
    });

    it('take it where a coordinate is too large to tell, but where the padding never reads it', () => {
      const vague: Precision = { unit: 2 ** -4, exactCoordinates: false, largest: Number.POSITIVE_INFINITY };
      const c = oneRow(1.5, 'bilinear', Number.NaN);
      const answers = [c, inBorder(c)].flatMap((one) =>
        (['output', 'dGrid'] as const).map((quantity) => accepts(accepted(one, quantity, vague), Number.NaN)),
      );
      expect(answers).toEqual([true, true, false, false]);
    });
  });

  it('take infinities and NaN for what is beyond float16, of the same sign and nowhere else', () => {
    const values = [65_504, 80_000, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 0];
    const answers = (fillValue: number, precision: Precision): boolean[] =>
      values.map((value) => accepts(accepted(oneRow(9, 'nearest', fillValue), 'output', precision), value));
    expect(answers(80_000, F16)).toEqual([false, true, true, false, true, false]);
    expect(answers(80_000, F32)).toEqual([false, true, false, false, false, false]);
    expect(answers(65_000, F16)).toEqual([false, false, false, false, false, false]);
    expect(answers(Number.POSITIVE_INFINITY, F16)).toEqual([false, false, true, false, true, false]);
  });

  it('round the largest pixel as any other where a coordinate is too large to tell', () => {
    const vague: Precision = { unit: 2 ** -4, exactCoordinates: false, largest: Number.POSITIVE_INFINITY };
    const choices = accepted(oneRow(1.5, 'nearest'), 'output', vague);
    expect([7, 7 * (1 + 2 ** -4), 7.5].map((value) => accepts(choices, value))).toEqual([true, true, false]);
  });

  it('are wider in float16', () => {
    const [narrow, wide] = [F32, F16].map((precision) =>
      width(accepted(oneRow(1.25, 'bilinear'), 'output', precision)),
    );
    expect(wide / narrow).toBeCloseTo(2 ** 13, -2);
  });
});
