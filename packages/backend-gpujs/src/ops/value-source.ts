import { type AxisName, axisNames } from '../axis/axis-name.js';
import { SAMPLING_MODES, type ValueForm } from '../axis/mode.js';
import { PADDINGS } from '../axis/padding.js';
import { pixelIndex, tapLoops, tapPixelSource } from '../axis/taps-source.js';
import type { FunctionSource } from '../device/kernel-source.js';
import type { SampleVariant } from '../variant.js';
import { outsideSource } from './outside-source.js';

/** Pixels beyond this are added up plainly: the difference of two of them need not be finite. */
export const LARGE = 1e30;

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

/** The functions that {@link valueSource} calls, besides those of an axis. */
export const VALUE_FUNCTIONS: readonly FunctionSource[] = [
  {
    // Between a and b, for whatever is rounded or fused. Only when b - a is not finite it is the weighted sum.
    source: `function pair(a, b, t) {
      if (t <= 0) { return a; }
      if (t >= 1) { return b; }
      const value = a + t * (b - a);
      if (Math.abs(value) <= 3.4e38) { return value; }
      return (1 - t) * a + t * b;
    }`,
    arity: 3,
  },
];

function oneSource(variant: SampleVariant): string {
  const { dimensions } = variant;
  return `
    ${axisNames(dimensions)
      .map((axis) => `const only${axis} = ${tapPixelSource(variant, axis, '0')};`)
      .join(' ')}
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
  const alone = axes.map(
    (axis) => `
      if (finite(fillValue) < 0.5 && inside${axis} > 0.5 && inside${axis} < 1.5) { t${axis} = first${axis} < 0 ? 1 : 0; }`,
  );
  let ends = Array.from({ length: 2 ** dimensions }, (_, end) => `end${end}`);
  const reads = ends.map((end, bits) => {
    const place = (axis: AxisName): string => `${(bits >> axes.indexOf(axis)) % 2 ? 'high' : 'low'}${axis}`;
    return `let ${end} = fillValue; ${readSource(end, dimensions, place)}`;
  });
  for (const axis of axes) {
    ends = ends.filter((_, e) => e % 2 === 0).map((low, p) => `pair(${low}, ${ends[2 * p + 1]}, t${axis})`);
  }
  return `
    ${readsFill ? outsideSource(variant, 'none') : ''}
    ${axes.map((axis) => `let t${axis} = f${axis};`).join(' ')}
    ${readsFill ? alone.join('') : ''}
    ${axes.map((axis) => `const low${axis} = ${tapPixelSource(variant, axis, '0')}; const high${axis} = ${tapPixelSource(variant, axis, '1')};`).join('')}
    ${reads.join('\n')}
    result = ${ends[0]};
    ${readsFill ? `if (finite(fillValue) < 0.5 && ${sumOf(axes, 'outside')} > 0) { result = result + fillValue; }` : ''}`;
}

/** The pixel of the heaviest tap, and what the others differ from it. */
function differencesSource(variant: SampleVariant): string {
  const { dimensions, mode, paddingMode } = variant;
  const axes = axisNames(dimensions);
  const { taps } = SAMPLING_MODES[mode];
  const { readsFill } = PADDINGS[paddingMode];
  /** The first tap is `taps / 2 - 1` before the floor of the coordinate. */
  const heaviest = (axis: AxisName): string => `(f${axis} < 0.5 ? ${taps / 2 - 1} : ${taps / 2})`;
  const weight = axes.map((axis) => `weight${axis}`).join(' * ');
  const inside = axes.map((axis) => `(1 - outside${axis})`).join(' * ');
  const outsideTerm = `
    const outside = 1 - ${inside};
    if (outside < 0 || outside > 0) { sum = sum + outside * (fillValue - centre); }`;
  return `
    ${readsFill ? outsideSource(variant, 'none') : ''}
    let centre = fillValue;
    ${axes.map((axis) => `const heaviest${axis} = ${tapPixelSource(variant, axis, heaviest(axis))};`).join('')}
    ${readSource('centre', dimensions, (axis) => `heaviest${axis}`)}
    centre = Math.abs(centre) <= ${LARGE} ? centre : 0;
    let sum = 0;
    ${tapLoops(
      variant,
      (axis) => `const weight${axis} = tapWeight(t${axis}, f${axis}, cubicCoefficient);`,
      `const weight = ${weight};
       if (weight < 0 || weight > 0) {
         sum = sum + weight * (image[${imageIndexOf(dimensions, (axis) => `pixel${axis}`)}] - centre);
       }`,
    )}
    ${readsFill ? outsideTerm : ''}
    result = centre + sum;`;
}

/** Gives a variable the pixel at a place, if that is inside the image. */
function readSource(variable: string, dimensions: number, place: (axis: AxisName) => string): string {
  const isInside = axisNames(dimensions).map((axis) => `${place(axis)} >= 0 && ${place(axis)} < size${axis}`);
  return `if (${isInside.join(' && ')}) { ${variable} = image[${imageIndexOf(dimensions, (axis) => `(${place(axis)})`)}]; }`;
}

function imageIndexOf(dimensions: number, place: (axis: AxisName) => string): string {
  return `(image0 + ${pixelIndex(dimensions, place)}) * channels + channel`;
}

function sumOf(axes: readonly AxisName[], name: string): string {
  return axes.map((axis) => `${name}${axis}`).join(' + ');
}
