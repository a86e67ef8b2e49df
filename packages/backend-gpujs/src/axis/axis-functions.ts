import type { Mode, PaddingMode } from '@cropgrad/core';
import { type FunctionSource, functionSource } from '../device/kernel-source.js';
import { AXIS_FORMULAS } from './axis-formulas.js';
import { SAMPLING_MODES } from './mode.js';
import { PADDINGS } from './padding.js';

/** What the functions of an axis take besides their own arguments: see `AxisExtent`. */
const EXTENT = ['size', 'low', 'span'];

/**
 * The functions that make taps of a coordinate on one axis, for one mode and padding. What is padded is the coordinate, or
 * each tap by itself:
 *
 * - `padded(x, size, low, span)`, the coordinate to take taps of, and `paddedSlope`, its derivative by x;
 * - `firstTap(x, roundsUp)`, and from there the taps t = 0, 1, … with `tapWeight(t, f, a)`, `tapSlope(t, f, a)` and `tapCurvature(t, f, a)`,
 *   f = x - floor(x);
 * - `paddedTap(i, size, low, span)`, where the tap at i is read when taps are padded.
 */
export function axisFunctions(mode: Mode, paddingMode: PaddingMode): FunctionSource[] {
  const { first, weight, slope, curvature, padsTaps } = SAMPLING_MODES[mode];
  const padding = PADDINGS[paddingMode];
  return [
    ...AXIS_FORMULAS,
    functionSource('padded', ['x', ...EXTENT], padsTaps ? 'x' : padding.padded),
    functionSource('paddedSlope', ['x', ...EXTENT], padsTaps ? '1' : padding.slope),
    functionSource('firstTap', ['x', 'roundsUp'], first),
    // A whole number, whatever padding has rounded.
    functionSource('paddedTap', ['x', ...EXTENT], `Math.floor(${padding.padded} + 0.5)`),
    functionSource('tapWeight', ['t', 'f', 'a'], weight),
    functionSource('tapSlope', ['t', 'f', 'a'], slope),
    functionSource('tapCurvature', ['t', 'f', 'a'], curvature),
  ];
}
