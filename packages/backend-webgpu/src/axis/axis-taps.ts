import type { Variant } from '../sampling.js';
import { AXIS_FORMULAS } from './axis-formulas.js';
import { SAMPLING_MODES } from './modes.js';
import { PADDINGS } from './paddings.js';

/**
 * The function `axisTaps(at, axis)`, in WGSL: what a coordinate reads along an axis, padding already applied.
 *
 * - `pixel`: what each tap reads, -1 for none; `weight` and `slope`, its derivative by the normalised coordinate;
 * - `fraction`: the coordinate less its floor;
 * - `outside`: the weight of taps that read fillValue, exactly 0 when there are none, and `outsideSlope`; `at.error` is how
 *   far the coordinate may be off, in pixels;
 * - `inside`: how many taps read a pixel;
 * - `curvature` and `outsideCurvature`, where they are asked for: the second derivatives.
 */
export function axisTapsSource(variant: Variant, order: 1 | 2 = 1): string {
  const { mode, paddingMode } = variant;
  const { taps, first, weight, slope, curvature, padsTaps } = SAMPLING_MODES[mode];
  const ofSecondOrder = (text: string): string => (order === 2 ? text : '');
  const { padded, slope: paddedSlope, hasSeam, readsFill } = PADDINGS[paddingMode];
  const tapOfPadded = hasSeam ? 'select(0.0, x, x < size)' : 'x';
  return `${AXIS_FORMULAS}
${constantsSource(variant)}
${AXIS_EXTENT}

struct AxisTaps {
  pixel : array<i32, ${taps}>,
  weight : array<f32, ${taps}>,
  slope : array<f32, ${taps}>,
  fraction : f32,
  inside : i32,
  outside : f32,
  outsideSlope : f32,
  ${ofSecondOrder(`curvature : array<f32, ${taps}>, outsideCurvature : f32`)}
}
${lineOf('paddedCoordinate', padsTaps ? 'x' : padded)}
${lineOf('paddedSlope', padsTaps ? '1.0' : paddedSlope)}
${lineOf('tapPixel', padsTaps ? padded : tapOfPadded)}
${PADDED_PLACE}

fn axisTaps(at : Coordinate, axis : Axis) -> AxisTaps {
  var taps : AxisTaps;
  let scale = paddedSlope(at.whole + at.part, axis) * axis.span / 2.0;
  let place = ${padsTaps || paddingMode === 'zeros' ? 'at' : 'paddedPlace(at, axis)'};
  let first = place.whole + firstTap(place.part);
  let f = place.part - floor(place.part);
  taps.fraction = f;
  for (var t = 0; t < ${taps}; t++) {
    // A whole number, whatever padding has rounded.
    let pixel = floor(tapPixel(first + f32(t), axis) + 0.5);
    let isInside = pixel >= 0.0 && pixel < axis.size;
    taps.pixel[t] = select(-1, i32(pixel), isInside);
    taps.weight[t] = ${weight};
    taps.slope[t] = (${slope}) * scale;
    ${ofSecondOrder(`taps.curvature[t] = (${curvature}) * scale * scale;`)}
    taps.inside += select(0, 1, isInside);
  }
  ${readsFill ? outsideSource(taps) : ''}
  ${readsFill ? ofSecondOrder(outsideCurvatureSource(taps)) : ''}
  return taps;
}

fn firstTap(x : f32) -> f32 {
  return ${first};
}
`;
}

/** An axis of the image. */
export const AXIS_EXTENT = 'struct Axis { size : f32, low : f32, span : f32 }';

/**
 * The coordinate, padded. Paddings move what they do not clip by whole pixels, maybe turned round: then the part stays as
 * exact as it is. Not so where rounding may clip, or lead over the seam, nor where whole numbers are not exact any more.
 */
export const PADDED_PLACE: string = `
fn paddedPlace(at : Coordinate, axis : Axis) -> Coordinate {
  let x = at.whole + at.part;
  let padded = paddedCoordinate(x, axis);
  let slope = paddedSlope(x, axis);
  if (slope == 0.0 || abs(x) > 1048576.0 || fract(padded) < 0.01 || fract(padded) > 0.99) {
    return Coordinate(0.0, padded, at.error);
  }
  let moved = round(padded - slope * x);
  return evenCoordinate(Coordinate(slope * at.whole + moved, slope * at.part, 0.0), at.error);
}`;

/** What the texts of modes take from the call. */
export function constantsSource({ rounding, cubicCoefficient }: Variant): string {
  if (cubicCoefficient !== undefined) return `const cubicCoefficient : f32 = ${cubicCoefficient};`;
  if (rounding === undefined) return '';
  return `
fn rounded(x : f32) -> f32 {
  return ${rounding === 'even' ? 'roundHalfToEven' : 'roundHalfUp'}(x);
}`;
}

/** A function of a coordinate on an axis. */
export function lineOf(name: string, value: string): string {
  return `
fn ${name}(x : f32, axis : Axis) -> f32 {
  let size = axis.size;
  let low = axis.low;
  let span = axis.span;
  return ${value};
}`;
}

/**
 * Sums up the taps outside. A point without a tap inside is all fill. Where fillValue is not finite, taps outside whose
 * weights are no more than the coordinate may be off by are left out: a point that lies inside must not read the fill.
 */
function outsideSource(taps: number): string {
  return `
  var outsideSize = 0.0;
  for (var t = 0; t < ${taps}; t++) {
    if (taps.pixel[t] < 0) {
      taps.outside += taps.weight[t];
      taps.outsideSlope += taps.slope[t];
      outsideSize += abs(taps.weight[t]);
    }
  }
  if (taps.inside == 0) {
    taps.outside = 1.0;
    taps.outsideSlope = 0.0;
  } else if (!isFinite(uniforms.fillValue) && outsideSize <= at.error) {
    taps.outside = 0.0;
    taps.outsideSlope = 0.0;
  }`;
}

/** Sums up the second derivatives of the taps outside. Without a weight outside they are none; with all of it, nothing changes. */
function outsideCurvatureSource(taps: number): string {
  return `
  if (taps.outside != 0.0 && taps.outside != 1.0) {
    for (var t = 0; t < ${taps}; t++) {
      taps.outsideCurvature += select(taps.curvature[t], 0.0, taps.pixel[t] >= 0);
    }
  }`;
}
