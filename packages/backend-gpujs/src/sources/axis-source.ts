import type { Mode, PaddingMode } from '@cropgrad/core';
import { AXIS_FORMULAS } from '../axis-formulas.js';
import type { FunctionSource } from '../kernel-source.js';

/** Taps per axis. */
export const TAP_COUNT: Record<Mode, number> = { nearest: 1, bilinear: 2, bicubic: 4 };

/** How a mode makes taps of a coordinate: the first tap's pixel before padding, and each tap's weight and slope. */
const MODES: Record<Mode, { first: string; weight: string; slope: string }> = {
  nearest: { first: 'roundHalfToEven(x)', weight: '1', slope: '0' },
  // Floor and floor + 1, never floor and ceil: at a whole coordinate the second tap weighs 0 but keeps its slope.
  bilinear: { first: 'Math.floor(x)', weight: 't < 0.5 ? 1 - f : f', slope: 't < 0.5 ? -1 : 1' },
  bicubic: {
    first: 'Math.floor(x) - 1',
    weight: 'cubic(Math.abs(t - 1 - f))',
    slope: 't - 1 > f ? -cubicSlope(t - 1 - f) : cubicSlope(f - t + 1)',
  },
};

/** How padding moves a coordinate, and the derivative of where it ends by where it was: 0 where it was clipped. */
const PADDINGS: Record<PaddingMode, { padded: string; slope: string }> = {
  zeros: { padded: 'x', slope: '1' },
  border: { padded: 'Math.min(Math.max(x, 0), size - 1)', slope: 'x > 0 && x < size - 1 ? 1 : 0' },
  reflection: {
    padded: 'Math.min(Math.max(reflected(x, low, span), 0), size - 1)',
    slope: 'reflected(x, low, span) > 0 && reflected(x, low, span) < size - 1 ? reflectSlope(x, low, span) : 0',
  },
};

/**
 * The functions that make taps of a coordinate on one axis, for one mode and padding. Bilinear and nearest pad the
 * coordinate, bicubic its taps one by one:
 *
 * - `padded(x, size, low, span)`, the coordinate to take taps of, and `paddedSlope`, its derivative by x;
 * - `firstTap(x)`, and from there the taps t = 0, 1, … with `tapWeight(t, f)` and `tapSlope(t, f)`, f = x - floor(x);
 * - `tapPixel(i, size, low, span)`, the pixel that the tap at i reads; outside the image it reads none.
 */
export function axisFunctions(mode: Mode, paddingMode: PaddingMode): FunctionSource[] {
  const { first, weight, slope } = MODES[mode];
  const perTap = mode === 'bicubic';
  const padding = PADDINGS[paddingMode];
  const coordinate = perTap ? PADDINGS.zeros : padding;
  const tap = perTap ? padding : PADDINGS.zeros;
  return [
    ...AXIS_FORMULAS,
    ...COMMON,
    functionSource('padded', ['x', 'size', 'low', 'span'], coordinate.padded),
    functionSource('paddedSlope', ['x', 'size', 'low', 'span'], coordinate.slope),
    functionSource('firstTap', ['x'], first),
    functionSource('tapPixel', ['x', 'size', 'low', 'span'], `Math.floor(${tap.padded} + 0.5)`),
    functionSource('tapWeight', ['t', 'f'], weight),
    functionSource('tapSlope', ['t', 'f'], slope),
  ];
}

/** Of no axis in particular. */
export const COMMON: readonly FunctionSource[] = [
  {
    // A GPU may divide a little off, so the result is put right.
    source: `function quotient(a, b) {
      let q = Math.floor(a / b);
      if (q * b > a) { q = q - 1; }
      if ((q + 1) * b <= a) { q = q + 1; }
      return q;
    }`,
    arity: 2,
  },
  // 1 for a number that is finite. NaN fails every comparison, but on some devices x - x is 0 for all x.
  functionSource('finite', ['x'], 'Math.abs(x) <= 3.4e38 ? 1 : 0'),
  // Where an output is between -1 and 1; span is its axis's length, less 1 with alignCorners.
  functionSource('base', ['j', 'size', 'span'], '(2 * j + 1 - size) / span'),
];

export function functionSource(name: string, parameters: readonly string[], value: string): FunctionSource {
  return { source: `function ${name}(${parameters.join(', ')}) { return ${value}; }`, arity: parameters.length };
}
