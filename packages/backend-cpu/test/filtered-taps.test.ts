import { type Mode, PADDING_MODES, type PaddingMode } from '@cropgrad/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Axis, createAxis } from '../src/axis/axis.js';
import { type AxisTaps, createAxisTaps } from '../src/axis/axis-taps.js';
import { computeAxisTaps } from '../src/axis/compute-axis-taps.js';
import { filteredTaps } from '../src/axis/filtered-taps.js';
import { AXIS_MODES } from '../src/axis/mode.js';
import { PLAIN_RULES } from './plain-rules.js';

const options = fc.record({
  paddingMode: fc.constantFrom(...PADDING_MODES),
  alignCorners: fc.boolean(),
  size: fc.integer({ min: 1, max: 9 }),
});

function axisOf(
  mode: Mode,
  { size, ...rest }: { paddingMode: PaddingMode; alignCorners: boolean; size: number },
  antialias: number,
): Axis {
  return createAxis(size, { ...PLAIN_RULES, cubicCoefficient: -0.5, fillValue: 0, mode, ...rest, antialias });
}

/** The taps of one point: by pixel, with what is outside behind them. */
function filtered(
  axis: Axis,
  x: number,
  footprint: number,
): { weight: number[]; slope: number[]; byFootprint: number[] } {
  const taps = filteredTaps(Float64Array.of(x), Float64Array.of(footprint), axis, 0);
  return {
    weight: byPixel(taps, taps.weight, taps.outside[0], axis),
    slope: byPixel(taps, taps.slope, taps.outsideSlope[0], axis),
    byFootprint: byPixel(taps, taps.footprintSlope, taps.outsideFootprintSlope[0], axis),
  };
}

function byPixel({ index }: AxisTaps, values: Float64Array, outside: number, { size }: Axis): number[] {
  const sums = new Array<number>(size + 1).fill(0);
  index.forEach((pixel, k) => {
    if (pixel >= 0) sums[pixel] += values[k];
  });
  sums[size] += outside;
  return sums;
}

const coordinate = fc.double({ min: -12, max: 20, noNaN: true });

describe('the taps of an output as long as a pixel', () => {
  it('are those of a plain bilinear point, bit for bit', () => {
    const whole = fc.integer({ min: -24, max: 40 }).map((i) => i / 2);
    const property = fc.property(options, fc.oneof(coordinate, whole), (option, x) => {
      const [axis, wide] = [axisOf('bilinear', option, 0), axisOf('bilinear', option, 1)];
      const { paddingMode, size } = option;
      // Two kinds of points differ. On the centre of an outer pixel a plain point is clipped, and has no slope; at -1 it has
      // one on the first pixel, which weighs nothing.
      const clips = paddingMode === 'border' || paddingMode === 'reflection';
      fc.pre(!(clips && [0, size - 1].includes(wide.padding.coordinate(x, wide))));
      fc.pre(!(paddingMode === 'zeros' && x === -1));
      // So close below a whole number that one pixel further is that number and one.
      const padded = wide.padding.coordinate(x, wide);
      fc.pre(Math.floor(padded - 1) + 1 === Math.floor(padded) && Math.floor(padded + 1) === Math.floor(padded) + 1);
      const plain = createAxisTaps(1, 2);
      computeAxisTaps(plain, Float64Array.of(x), 1, axis, AXIS_MODES.bilinear, 0);
      const { weight, slope } = filtered(wide, x, 1);
      expect(weight.slice(0, size)).toEqual(byPixel(plain, plain.weight, 0, axis).slice(0, size));
      expect(slope).toEqual(byPixel(plain, plain.slope, plain.outsideSlope[0], axis));
      // What is outside is 1 - (S - x) here, and x - (S - 1) there.
      expect(Math.abs(weight[size] - plain.outside[0])).toBeLessThanOrEqual(2 ** -53);
    });
    fc.assert(property, { numRuns: 1000 });
  });
});

describe.each(['bilinear', 'bicubic'] as const)('the taps of a larger output, %s', (mode) => {
  const footprint = fc.double({ min: 1, max: 8, noNaN: true });
  const widen = fc.constantFrom(1, 1.5, 4);

  it('weigh 1 together with what is outside, and their slopes nothing', () => {
    const property = fc.property(options, coordinate, footprint, widen, (option, x, pixels, beta) => {
      const { weight, slope, byFootprint } = filtered(axisOf(mode, option, beta), x, pixels);
      const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
      expect(sum(weight)).toBeCloseTo(1, 13);
      expect(sum(slope)).toBeCloseTo(0, 12);
      expect(sum(byFootprint)).toBeCloseTo(0, 12);
      if (mode === 'bilinear') expect(Math.min(...weight)).toBeGreaterThanOrEqual(-(2 ** -50));
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('have the slopes that differences have', () => {
    const step = 1e-7;
    const property = fc.property(options, coordinate, footprint, widen, (option, x, pixels, beta) => {
      const axis = axisOf(mode, option, beta);
      const near = (dx: number, df: number): number[] => filtered(axis, x + dx * step, pixels + df * step).weight;
      const differences = (high: number[], low: number[], by: number): number[] =>
        high.map((weight, k) => ((weight - low[k]) / (2 * step)) * by);
      const [byX, byFootprint] = [
        differences(near(1, 0), near(-1, 0), axis.scale),
        differences(near(0, 1), near(0, -1), 1),
      ];
      const { slope, byFootprint: slopes } = filtered(axis, x, pixels);
      // Where a slope jumps between the two, the difference is any number from one slope to the other.
      const isSmooth = (f: (s: number) => number[]): boolean =>
        f(1).every((weight, k) => Math.abs(weight + f(-1)[k] - 2 * f(0)[k]) < 1e-12);
      fc.pre(isSmooth((s) => near(s, 0)) && isSmooth((s) => near(0, s)));
      expect(Math.max(...slope.map((value, k) => Math.abs(value - byX[k])))).toBeLessThan(1e-6);
      expect(Math.max(...slopes.map((value, k) => Math.abs(value - byFootprint[k])))).toBeLessThan(1e-6);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('are as many as the filter reaches, and never more than the axis has pixels', () => {
    const counts = (['zeros', 'border', 'reflection', 'wrap'] as const).map((paddingMode) => {
      const axis = axisOf(mode, { paddingMode, alignCorners: false, size: 100 }, 1);
      return [3, 9, 1e6, 1e30].map(
        (pixels) => filteredTaps(Float64Array.of(50.2), Float64Array.of(pixels), axis, 0).count,
      );
    });
    const [narrow, wide] = mode === 'bilinear' ? [6, 18] : [12, 36];
    for (const count of counts) expect(count).toEqual([narrow, wide, 100, 100]);
  });

  it('weigh all pixels alike where the output is very much larger than an image that repeats', () => {
    const axis = axisOf(mode, { paddingMode: 'wrap', alignCorners: false, size: 5 }, 1);
    for (const pixels of [5 * 1023.3, 5 * 1024.7, 1e20]) {
      const { weight } = filtered(axis, 3.3, pixels);
      for (const each of weight.slice(0, 5)) expect(Math.abs(each - 0.2)).toBeLessThan(2 ** -24);
    }
  });
});
