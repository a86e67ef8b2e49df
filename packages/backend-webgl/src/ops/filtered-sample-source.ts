import { type AxisName, axisNames, overAxes } from '../axis/axis-name.js';
import { PADDINGS } from '../axis/paddings.js';
import type { KernelSource } from '../device/kernel-source.js';
import { coordinatesSource } from '../points/coordinates-source.js';
import { locateElementSource } from '../points/point-source.js';
import { pointTensor } from '../points/points.js';
import type { SampleVariant } from '../variant.js';
import { filteredSampleFunctions, filtersSource } from './filtered-source.js';
import { IMAGE_OF_CROP } from './image-of-crop.js';
import { imageElement, LARGE } from './value-source.js';

/**
 * image, theta → antialiased crops. A constant comes back as it is, so the value is the pixel next to the point plus weighted
 * differences from it. Taps of weight 0 are not read.
 */
export function filteredSampleSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, paddingMode } = variant;
  const nearest = (axis: AxisName): string =>
    `pixelOf(clamp(int(filter${axis}.whole + floor(filter${axis}.part + 0.5)), filter${axis}.first, filter${axis}.last), size${axis})`;
  const outside = `
          float outside = 1.0 - ${overAxes(dimensions, (axis) => `filter${axis}.inside`, ' * ')};
          if (outside > 0.0) { result += outside * (fillValue - result); }`;
  return {
    tensors: ['image', pointTensor(points), 'imageIndex'],
    functions: filteredSampleFunctions(variant),
    body: `
      ${locateElementSource(dimensions)}
      ${coordinatesSource(variant)}
      result = fillValue;
      if (valid) {
        ${filtersSource(variant)}
        ${IMAGE_OF_CROP}
        if (isRead) {
          ${overAxes(dimensions, (axis) => `float nearest${axis} = ${nearest(axis)};`)}
          float centre = getImage(${imageElement(dimensions, (axis) => `nearest${axis}`)});
          centre = abs(centre) <= ${LARGE} && finite(centre) ? centre : 0.0;
          ${sumsSource(dimensions)}
          result = centre + sum;
          ${PADDINGS[paddingMode].readsFill ? outside : ''}
        }
      }`,
  };
}

/** Sums rows, then planes: what is lost by rounding grows as their lengths do, and not as the number of taps. */
function sumsSource(dimensions: number): string {
  const pixel = `getImage(${imageElement(dimensions, (axis) => `pixel${axis}`)}) - centre`;
  return axisNames(dimensions).reduce((inner, axis, a) => {
    const isOutermost = a === dimensions - 1;
    const sum = isOutermost ? 'sum' : `sum${axis}`;
    const innerSum = `sum${axisNames(dimensions)[a - 1]}`;
    return `
          float ${sum} = 0.0;
          for (int k${axis} = filter${axis}.first; k${axis} <= filter${axis}.last; k${axis}++) {
            float weight${axis} = weightOf(filter${axis}, size${axis}, k${axis});
            if (weight${axis} < 0.0 || weight${axis} > 0.0) {
              float pixel${axis} = pixelOf(k${axis}, size${axis});
              ${a === 0 ? `${sum} += weight${axis} * (${pixel});` : `${inner} ${sum} += weight${axis} * ${innerSum};`}
            }
          }`;
  }, '');
}
