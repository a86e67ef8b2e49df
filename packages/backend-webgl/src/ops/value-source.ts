import { type AxisName, axisNames, overAxes } from '../axis/axis-name.js';
import { SAMPLING_MODES, type ValueForm } from '../axis/modes.js';
import { PADDINGS } from '../axis/paddings.js';
import { pixelIndex, tapLoops, tapPixelSource } from '../axis/taps-source.js';
import type { SampleVariant } from '../variant.js';
import { outsideSource } from './outside-source.js';

/** Pixels beyond this are added up plainly: the difference of two of them need not be finite. */
export const LARGE = 1e30;

/** The functions that {@link valueSource} calls, besides those of an axis. */
export const VALUE_FUNCTIONS = `
// Between a and b, for whatever is rounded or fused. Only when b - a is not finite it is the weighted sum.
float pair(float a, float b, float t) {
  if (t <= 0.0) { return a; }
  if (t >= 1.0) { return b; }
  float value = a + t * (b - a);
  if (finite(value)) { return value; }
  return (1.0 - t) * a + t * b;
}
`;

/**
 * Statements that give `result` the value at a point whose taps are prepared: see `tapsSource`. A constant comes back
 * as it is, so values are written as a pixel plus weighted differences from it, never as a sum of weighted pixels, whose
 * weights add up to 1 only nearly. Taps of weight 0 and taps outside are not read.
 */
export function valueSource(variant: SampleVariant): string {
  return FORMS[SAMPLING_MODES[variant.mode].value](variant);
}

const FORMS: Readonly<Record<ValueForm, (variant: SampleVariant) => string>> = {
  one: oneSource,
  pairs: pairsSource,
  differences: differencesSource,
};

function oneSource({ dimensions }: SampleVariant): string {
  return `
    ${overAxes(dimensions, (axis) => `float only${axis} = ${tapPixelSource(axis, '0.0')};`)}
    ${readSource('result', dimensions, (axis) => `only${axis}`)}`;
}

/**
 * Pairs along x, pairs of these along y, and so on. A finite fill takes part as a pixel. One that is not is added at the
 * end, where it is read at all; till then a tap inside stands alone beside one outside.
 */
function pairsSource(variant: SampleVariant): string {
  const { dimensions, paddingMode } = variant;
  const axes = axisNames(dimensions);
  const { readsFill } = PADDINGS[paddingMode];
  const alone = overAxes(
    dimensions,
    (axis) => `
      if (!finite(fillValue) && inside${axis} == 1.0) { t${axis} = first${axis} < 0.0 ? 1.0 : 0.0; }`,
  );
  let ends = Array.from({ length: 2 ** dimensions }, (_, end) => `end${end}`);
  const reads = ends.map((end, bits) => {
    const place = (axis: AxisName): string => `${(bits >> axes.indexOf(axis)) % 2 ? 'high' : 'low'}${axis}`;
    return `float ${end} = fillValue; ${readSource(end, dimensions, place)}`;
  });
  for (const axis of axes) {
    ends = ends.filter((_, e) => e % 2 === 0).map((low, p) => `pair(${low}, ${ends[2 * p + 1]}, t${axis})`);
  }
  const outside = overAxes(dimensions, (axis) => `outside${axis}`, ' + ');
  return `
    ${readsFill ? outsideSource(variant) : ''}
    ${overAxes(dimensions, (axis) => `float t${axis} = f${axis};`)}
    ${readsFill ? alone : ''}
    ${overAxes(dimensions, (axis) => `float low${axis} = ${tapPixelSource(axis, '0.0')}; float high${axis} = ${tapPixelSource(axis, '1.0')};`)}
    ${reads.join('\n')}
    result = ${ends[0]};
    ${readsFill ? `if (!finite(fillValue) && ${outside} > 0.0) { result = result + fillValue; }` : ''}`;
}

/** The pixel of the heaviest tap, and what the others differ from it. */
function differencesSource(variant: SampleVariant): string {
  const { dimensions, mode, paddingMode } = variant;
  const { taps } = SAMPLING_MODES[mode];
  const { readsFill } = PADDINGS[paddingMode];
  /** The first tap is `taps / 2 - 1` before the floor of the coordinate. */
  const heaviest = (axis: AxisName): string => `(f${axis} < 0.5 ? ${taps / 2 - 1}.0 : ${taps / 2}.0)`;
  const outsideTerm = `
    float outside = 1.0 - ${overAxes(dimensions, (axis) => `(1.0 - outside${axis})`, ' * ')};
    if (outside < 0.0 || outside > 0.0) { sum += outside * (fillValue - centre); }`;
  return `
    ${readsFill ? outsideSource(variant) : ''}
    float centre = fillValue;
    ${overAxes(dimensions, (axis) => `float heaviest${axis} = ${tapPixelSource(axis, heaviest(axis))};`)}
    ${readSource('centre', dimensions, (axis) => `heaviest${axis}`)}
    centre = abs(centre) <= ${LARGE} && finite(centre) ? centre : 0.0;
    float sum = 0.0;
    ${tapLoops(
      dimensions,
      taps,
      (axis) => `float weight${axis} = tapWeight(t${axis}, f${axis});`,
      `float weight = ${overAxes(dimensions, (axis) => `weight${axis}`, ' * ')};
       if (weight < 0.0 || weight > 0.0) {
         sum += weight * (getImage(${imageElement(dimensions, (axis) => `pixel${axis}`)}) - centre);
       }`,
    )}
    ${readsFill ? outsideTerm : ''}
    result = centre + sum;`;
}

/** Gives a variable the pixel at a place, if that is inside the image. */
function readSource(variable: string, dimensions: number, place: (axis: AxisName) => string): string {
  const isInside = overAxes(dimensions, (axis) => `${place(axis)} >= 0.0 && ${place(axis)} < size${axis}`, ' && ');
  return `if (${isInside}) { ${variable} = getImage(${imageElement(dimensions, place)}); }`;
}

/** The element of the image at a place, in the channel `channel`. */
export function imageElement(dimensions: number, place: (axis: AxisName) => string): string {
  return `image0 + ${pixelIndex(dimensions, place)} * pixelStride + channel * channelStride`;
}
