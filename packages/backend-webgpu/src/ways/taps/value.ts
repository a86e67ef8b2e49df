import { type AxisName, axisNames, vectorType } from '../../axis/axis-name.js';
import { SAMPLING_MODES, type ValueForm } from '../../axis/modes.js';
import { PADDINGS } from '../../axis/paddings.js';
import type { Variant } from '../../sampling.js';
import { pixelOf, productOf, tapLoops } from './read-taps.js';

/** Pixels beyond this are added up plainly: the difference of two of them need not be finite. */
export const LARGE = '1e30';

const FORMS: Readonly<Record<ValueForm, (variant: Variant) => string>> = {
  one: oneSource,
  pairs: pairsSource,
  differences: differencesSource,
};

/**
 * Statements that give `value` what is read at a point whose taps are prepared. A constant comes back as it is, so values
 * are written as a pixel plus weighted differences from it, never as a sum of weighted pixels, whose weights add up to 1
 * only nearly. Taps of weight 0 and taps outside are not read.
 */
export function valueSource(form: ValueForm, variant: Variant): string {
  return FORMS[form](variant);
}

/** The functions that {@link valueSource} calls. */
export function valueFunctions({ dimensions }: Variant): string[] {
  return [
    `
fn pixelOr(otherwise : f32, element : Element, pixel : ${vectorType(dimensions, 'i32')}) -> f32 {
  if (any(pixel < ${vectorType(dimensions, 'i32')}(0))) {
    return otherwise;
  }
  return f32(image[pixelIndex(element.crop, pixel, element.channel)]);
}

// Between a and b, for whatever is rounded or fused. Only when b - a is not finite it is the weighted sum.
fn pair(a : f32, b : f32, t : f32) -> f32 {
  if (t <= 0.0) {
    return a;
  }
  if (t >= 1.0) {
    return b;
  }
  let value = a + t * (b - a);
  if (isFinite(value)) {
    return value;
  }
  return (1.0 - t) * a + t * b;
}`,
  ];
}

function oneSource({ dimensions }: Variant): string {
  return `value = pixelOr(value, element, ${pixelOf(dimensions, () => 0)});`;
}

/**
 * Pairs along x, pairs of these along y, and so on. A finite fill takes part as a pixel. One that is not is added at the
 * end, where it is read at all; till then a tap inside stands alone beside one outside.
 */
function pairsSource({ dimensions, paddingMode }: Variant): string {
  const axes = axisNames(dimensions);
  const { readsFill } = PADDINGS[paddingMode];
  const alone = (axis: AxisName): string => `
    if (!isFinite(uniforms.fillValue) && ${axis}.inside == 1) {
      ${axis}.fraction = select(0.0, 1.0, ${axis}.pixel[0] < 0);
    }`;
  let ends = Array.from(
    { length: 2 ** dimensions },
    (_, end) =>
      `pixelOr(uniforms.fillValue, element, ${pixelOf(dimensions, (axis) => (end >> axes.indexOf(axis)) % 2)})`,
  );
  for (const axis of axes) {
    ends = ends.filter((_, e) => e % 2 === 0).map((low, p) => `pair(${low}, ${ends[2 * p + 1]}, ${axis}.fraction)`);
  }
  return `
    ${readsFill ? axes.map(alone).join('') : ''}
    value = ${ends[0]};
    ${readsFill ? `if (!isFinite(uniforms.fillValue) && ${sumOf(axes)} > 0.0) { value += uniforms.fillValue; }` : ''}`;
}

/** The pixel of the heaviest tap, and what the others differ from it. */
function differencesSource(variant: Variant): string {
  const { dimensions, mode, paddingMode } = variant;
  const { taps } = SAMPLING_MODES[mode];
  const { readsFill } = PADDINGS[paddingMode];
  // The first tap is taps / 2 - 1 before the floor of the coordinate.
  const heaviest = (axis: AxisName): string => `select(${taps / 2}, ${taps / 2 - 1}, ${axis}.fraction < 0.5)`;
  const outsideTerm = `
    let outside = 1.0 - ${productOf(dimensions, (axis) => `(1.0 - ${axis}.outside)`)};
    if (outside < 0.0 || outside > 0.0) {
      sum += outside * (uniforms.fillValue - centre);
    }`;
  return `
    let nearest = pixelOr(uniforms.fillValue, element, ${pixelOf(dimensions, heaviest)});
    let centre = select(0.0, nearest, abs(nearest) <= ${LARGE});
    var sum = 0.0;
    ${tapLoops(
      variant,
      `let weight = ${productOf(dimensions, (axis) => `${axis}.weight[t${axis}]`)};
      if (weight < 0.0 || weight > 0.0) {
        sum += weight * (pixelOr(0.0, element, ${pixelOf(dimensions, (axis) => `t${axis}`)}) - centre);
      }`,
    )}
    ${readsFill ? outsideTerm : ''}
    value = centre + sum;`;
}

function sumOf(axes: readonly AxisName[]): string {
  return axes.map((axis) => `${axis}.outside`).join(' + ');
}
