import { axisNames } from '../axis/axis-name.js';
import type { KernelSource } from '../device/kernel-source.js';
import { locateSource } from '../points/locate-source.js';
import { coordinatesSource } from '../points/point-source.js';
import { type SampleVariant, variantName } from '../variant.js';
import { filteredFunctions, filteredNumbers, filteredTapsSource } from '../ways/filtered-source.js';

/**
 * dy, theta → dy over what the filter's weights sum up to, times how much of the output is inside: then a pixel's gradient is
 * the sum of these times the weights themselves. It is 0 for outputs that read nothing.
 */
export function filteredDySource(variant: SampleVariant): KernelSource {
  const { points, dimensions } = variant;
  const axes = axisNames(dimensions);
  return {
    name: variantName('filteredDy', variant),
    arrays: ['dy', points],
    numbers: ['channels', 'fillValue', ...filteredNumbers(variant)],
    body: `
      const point = quotient(at, channels);
      ${locateSource(dimensions)}
      ${coordinatesSource(points, dimensions)}
      if (valid > 0.5) {
        ${filteredTapsSource(variant)}
        if (reads > 0.5) { result = dy[at] * ${axes.map((axis) => `(inside${axis} / total${axis})`).join(' * ')}; }
      }`,
    functions: filteredFunctions(variant),
  };
}
