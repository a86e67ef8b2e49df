import { axisNames } from '../../axis/axis-name.js';
import { FILTERED_PADDINGS } from '../../axis/paddings.js';
import type { Kernel } from '../../device/kernel.js';
import { POINTS } from '../../points/points.js';
import { imageArrays, keyOf, type Variant } from '../../sampling.js';
import { LARGE } from '../taps/value.js';
import { filteredAxes, filteredFunctions, filteredLoop, pixelOfLoops } from './outputs.js';

/**
 * image, points → crops: a thread per number. A constant comes back as it is, so the value is the pixel next to the point plus
 * weighted differences from it. Taps of weight 0 are not read.
 */
export function gatherFilteredKernel(variant: Variant): Kernel {
  const { points, dimensions, paddingMode } = variant;
  const axes = axisNames(dimensions);
  const nearest = axes.map(
    (axis) =>
      `pixelAt(${axis}Axis, clamp(i32(round(${axis}.place.whole + ${axis}.place.part)), ${axis}.first, ${axis}.last))`,
  );
  return {
    key: keyOf('gatherFiltered', variant),
    arrays: ['image', POINTS[points].array, ...imageArrays(variant)],
    functions: () => filteredFunctions(variant, 0),
    body: () => `
  let element = elementOf(index);
  let point = pointAt(element.crop, element.at);
  var value = uniforms.fillValue;
  if (point.isRead) {
    ${filteredAxes(dimensions)}
    if (isRead) {
      let next = f32(image[pixelIndex(element.crop, vec${dimensions}<i32>(${nearest.join(', ')}), element.channel)]);
      let centre = select(0.0, next, abs(next) <= ${LARGE});
      var sumAll = 0.0;
      ${loopsSource(dimensions)}
      value = centre + sumAll;
      ${FILTERED_PADDINGS[paddingMode].readsFill ? outsideSource(dimensions) : ''}
    }
  }
  setOutputAtIndex(index, value);`,
  };
}

/** Sums rows, then planes: what is lost by rounding grows as their lengths do, and not as the number of taps. */
function loopsSource(dimensions: number): string {
  const term = `if (wx < 0.0 || wx > 0.0) {
        sumx += wx * (f32(image[pixelIndex(element.crop, ${pixelOfLoops(dimensions)}, element.channel)]) - centre);
      }`;
  const row = `var sumx = 0.0;${filteredLoop('x', 'weightOf', term)}`;
  const sumOf = (outer: 'y' | 'z', inner: string, to: string): string =>
    filteredLoop(
      outer,
      'weightOf',
      `if (w${outer} < 0.0 || w${outer} > 0.0) {
      ${inner}
      ${to} += w${outer} * sum${outer === 'y' ? 'x' : 'y'};
    }`,
    );
  if (dimensions === 2) return sumOf('y', row, 'sumAll');
  return sumOf('z', `var sumy = 0.0;${sumOf('y', row, 'sumy')}`, 'sumAll');
}

/** What is outside of the image reads fillValue. */
function outsideSource(dimensions: number): string {
  const inside = axisNames(dimensions).map((axis) => `${axis}.inside`);
  return `
      let outside = 1.0 - ${inside.join(' * ')};
      if (outside > 0.0) {
        value += outside * (uniforms.fillValue - value);
      }`;
}
