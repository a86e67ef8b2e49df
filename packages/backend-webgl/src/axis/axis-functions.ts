import type { SampleVariant } from '../variant.js';
import { AXIS_FORMULAS } from './axis-formulas.js';
import { SAMPLING_MODES } from './modes.js';
import { PADDINGS } from './paddings.js';

/**
 * The GLSL functions that make taps of a coordinate on one axis, for one mode and padding. What is padded is the coordinate,
 * or each tap by itself:
 *
 * - `padded(x, size, low, span)`, the coordinate to take taps of, and `paddedSlope`, its derivative by x;
 * - `firstTap(x)`, and from there the taps t = 0, 1, … with `tapWeight(t, f)` and its derivatives `tapSlope(t, f)` and
 *   `tapCurvature(t, f)`, f = x - floor(x);
 * - `tapPixel(i, size, low, span)`, the pixel that the tap at i reads; outside the image it reads none.
 */
export function axisFunctions(variant: SampleVariant): string {
  const { mode, paddingMode } = variant;
  const { first, weight, slope, curvature, padsTaps } = SAMPLING_MODES[mode];
  const padding = PADDINGS[paddingMode];
  const tapOfPadded = padding.hasSeam ? '(x < size ? x : 0.0)' : 'x';
  return [
    AXIS_FORMULAS,
    constantsSource(variant),
    onAxis('padded', padsTaps ? 'x' : padding.padded),
    onAxis('paddedSlope', padsTaps ? '1.0' : padding.slope),
    // A whole number, whatever padding has rounded.
    onAxis('tapPixel', `floor(${padsTaps ? padding.padded : tapOfPadded} + 0.5)`),
    `float firstTap(float x) { return ${first}; }`,
    `float tapWeight(float t, float f) { return ${weight}; }`,
    `float tapSlope(float t, float f) { return ${slope}; }`,
    `float tapCurvature(float t, float f) { return ${curvature}; }`,
  ].join('\n');
}

/** What the texts of modes take from the call. */
export function constantsSource({ roundsHalfUp, cubicCoefficient }: SampleVariant): string {
  return `
const float cubicCoefficient = ${cubicCoefficient};
float rounded(float x) { return ${roundsHalfUp ? 'roundHalfUp' : 'roundHalfToEven'}(x); }`;
}

/** A function of a coordinate and what an axis is. */
export function onAxis(name: string, expression: string): string {
  return `float ${name}(float x, float size, float low, float span) { return ${expression}; }`;
}
