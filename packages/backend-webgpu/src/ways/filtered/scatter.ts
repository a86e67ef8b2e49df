import { axisNames } from '../../axis/axis-name.js';
import type { Kernel } from '../../device/kernel.js';
import { POINTS } from '../../points/points.js';
import { imageArrays, keyOf, type Variant } from '../../sampling.js';
import { EXACT_SUMS, TERM } from '../exact-sums.js';
import { filteredAxes, filteredFunctions, filteredLoop, pixelOfLoops } from './outputs.js';

/** dy, points → exact sums of what each pixel of the image gets: a thread per number of dy. */
export function scatterFilteredKernel(variant: Variant): Kernel {
  const { points, dimensions } = variant;
  const axes = axisNames(dimensions);
  const add = `let weight = inside * ${axes.map((axis) => `w${axis}`).join(' * ')};
      if (weight < 0.0 || weight > 0.0) {
        addTo(pixelIndex(element.crop, ${pixelOfLoops(dimensions)}, element.channel), termOf(weight, value));
      }`;
  return {
    key: keyOf('scatterFiltered', variant),
    arrays: ['dy', POINTS[points].array, ...imageArrays(variant)],
    isAtomic: true,
    functions: () => [...filteredFunctions(variant, 0), EXACT_SUMS, TERM],
    body: () => `
  let element = elementOf(index);
  let value = f32(dy[index]);
  let point = pointAt(element.crop, element.at);
  if (point.isRead && (bitcast<u32>(value) & 0x7fffffffu) != 0u) {
    ${filteredAxes(dimensions)}
    if (isRead) {
      let inside = ${axes.map((axis) => `${axis}.inside`).join(' * ')};
      ${axes.reduce((inner, axis) => filteredLoop(axis, 'weightOf', inner), add)}
    }
  }`,
  };
}
