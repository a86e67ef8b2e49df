import type { Mode } from '@cropgrad/core';
import { cubic, cubicSlope } from './axis-formulas.js';

/**
 * What a pixel weighs under antialias, before the weights of an output are made to sum to 1. It is a function of how far the
 * output is from the end of the pixel's reach, in widths of the filter: 0 at the end, `radius` at the pixel itself.
 */
export interface Filter {
  radius: number;
  /** `a` is the coefficient of the cubic. */
  weight(inside: number, a: number): number;
  /** Its derivative. */
  slope(inside: number, a: number): number;
}

/** The filter of every mode is its own kernel; `nearest` is never antialiased. */
export const FILTERS: Readonly<Record<Mode, Filter>> = {
  nearest: { radius: 0, weight: () => 0, slope: () => 0 },
  bilinear: { radius: 1, weight: (inside) => inside, slope: () => 1 },
  bicubic: {
    radius: 2,
    weight: (inside, a) => cubic(2 - inside, a),
    slope: (inside, a) => -cubicSlope(2 - inside, a),
  },
};
