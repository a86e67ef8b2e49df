import type { Mode, PaddingMode } from '@cropgrad/core';
import { AXIS_FORMULAS } from './axis-formulas.js';
import { SAMPLING_MODES } from './modes.js';
import { PADDINGS } from './paddings.js';

/**
 * The GLSL functions that make taps of a coordinate on one axis, for one mode and padding. What is padded is the coordinate,
 * or each tap by itself:
 *
 * - `padded(x, size, low, span)`, the coordinate to take taps of, and `paddedSlope`, its derivative by x;
 * - `firstTap(x)`, and from there the taps t = 0, 1, … with `tapWeight(t, f)` and `tapSlope(t, f)`, f = x - floor(x);
 * - `tapPixel(i, size, low, span)`, the pixel that the tap at i reads; outside the image it reads none.
 */
export function axisFunctions(mode: Mode, paddingMode: PaddingMode): string {
  const { first, weight, slope, padsTaps } = SAMPLING_MODES[mode];
  const padding = PADDINGS[paddingMode];
  const tapOfPadded = padding.hasSeam ? '(x < size ? x : 0.0)' : 'x';
  return [
    AXIS_FORMULAS,
    onAxis('padded', padsTaps ? 'x' : padding.padded),
    onAxis('paddedSlope', padsTaps ? '1.0' : padding.slope),
    // A whole number, whatever padding has rounded.
    onAxis('tapPixel', `floor(${padsTaps ? padding.padded : tapOfPadded} + 0.5)`),
    `float firstTap(float x) { return ${first}; }`,
    `float tapWeight(float t, float f) { return ${weight}; }`,
    `float tapSlope(float t, float f) { return ${slope}; }`,
  ].join('\n');
}

function onAxis(name: string, expression: string): string {
  return `float ${name}(float x, float size, float low, float span) { return ${expression}; }`;
}
