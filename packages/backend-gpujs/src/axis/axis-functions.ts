import type { Mode, PaddingMode } from '@cropgrad/core';
import { type FunctionSource, functionSource } from '../device/kernel-source.js';
import { AXIS_FORMULAS } from './axis-formulas.js';
import { SAMPLING_MODES } from './modes.js';
import { PADDINGS } from './paddings.js';

/** What the functions of an axis take besides their own arguments: see `AxisExtent`. */
const EXTENT = ['size', 'low', 'span'];

/**
 * The functions that make taps of a coordinate on one axis, for one mode and padding. What is padded is the coordinate, or
 * each tap by itself:
 *
 * - `padded(x, size, low, span)`, the coordinate to take taps of, and `paddedSlope`, its derivative by x;
 * - `firstTap(x)`, and from there the taps t = 0, 1, … with `tapWeight(t, f)` and `tapSlope(t, f)`, f = x - floor(x);
 * - `tapPixel(i, size, low, span)`, the pixel that the tap at i reads; outside the image it reads none.
 */
export function axisFunctions(mode: Mode, paddingMode: PaddingMode): FunctionSource[] {
  const { first, weight, slope, padsTaps } = SAMPLING_MODES[mode];
  const padding = PADDINGS[paddingMode];
  const tapOfPadded = padding.hasSeam ? '(x < size ? x : 0)' : 'x';
  return [
    ...AXIS_FORMULAS,
    functionSource('padded', ['x', ...EXTENT], padsTaps ? 'x' : padding.padded),
    functionSource('paddedSlope', ['x', ...EXTENT], padsTaps ? '1' : padding.slope),
    functionSource('firstTap', ['x'], first),
    // A whole number, whatever padding has rounded.
    functionSource('tapPixel', ['x', ...EXTENT], `Math.floor(${padsTaps ? padding.padded : tapOfPadded} + 0.5)`),
    functionSource('tapWeight', ['t', 'f'], weight),
    functionSource('tapSlope', ['t', 'f'], slope),
  ];
}

/**
 * The functions that bound the coordinates which may read a pixel:
 *
 * - `stripStart(at, lap, size, low, span)` and `stripEnd`, the strip around the pixel `at` on a lap;
 * - `lapOf(x, at, size, low, span)`, the lap that a coordinate is on, where there are several.
 */
export function stripFunctions(mode: Mode, paddingMode: PaddingMode): FunctionSource[] {
  const { reach } = SAMPLING_MODES[mode];
  const { place, hasNoStart, hasNoEnd, lapOf } = PADDINGS[paddingMode].strip;
  const end = (open: string | undefined, infinite: string, finite: string): string =>
    open === undefined ? finite : `${open} ? ${infinite} : ${finite}`;
  const parameters = ['at', 'lap', ...EXTENT];
  return [
    functionSource('stripStart', parameters, end(hasNoStart, '-1e30', `${place} - ${reach}`)),
    functionSource('stripEnd', parameters, end(hasNoEnd, '1e30', `${place} + ${reach}`)),
    ...(lapOf === undefined ? [] : [functionSource('lapOf', ['x', 'at', ...EXTENT], lapOf)]),
  ];
}
