import { overAxes } from '../../axis/axis-name.js';
import { filteredFunctions } from '../../axis/filtered-functions.js';
import { filterOf } from '../../axis/filters.js';
import { axisArguments } from '../../axis/taps-source.js';
import type { KernelSource } from '../../device/kernel-source.js';
import { filteredSampleFunctions, filtersSource } from '../../ops/filtered-source.js';
import { coordinatesSource } from '../../points/coordinates-source.js';
import { footprintFunctions, footprintsSource } from '../../points/footprint-source.js';
import { locateElementSource } from '../../points/point-source.js';
import { pointTensor } from '../../points/points.js';
import type { SampleVariant } from '../../variant.js';
import { stripSource } from './source.js';

/**
 * dy, theta → dy of antialiased crops per unit of the filter's density: what an output gives to all of its pixels is known of it
 * alone, so it is computed once. Densities are as large as 1, so that half floats hold it.
 */
export function densityGradientSource(variant: SampleVariant): KernelSource {
  const { points, dimensions } = variant;
  const factors = overAxes(
    dimensions,
    (axis) => `filter${axis}.inside * (filter${axis}.spread * filter${axis}.perSum)`,
    ' * ',
  );
  return {
    tensors: ['dy', pointTensor(points)],
    functions: filteredSampleFunctions(variant),
    body: `
      ${locateElementSource(dimensions)}
      ${coordinatesSource(variant)}
      if (valid) {
        ${filtersSource(variant)}
        if (isRead) { result = getDy(at) * (${factors}); }
      }`,
  };
}

/** The gradient by density, theta → dimage: a pixel gathers from all outputs within reach of their filters. */
export function filteredStripSource(variant: SampleVariant): KernelSource {
  const { dimensions, mode } = variant;
  return stripSource(variant, {
    functions: footprintFunctions(dimensions) + filteredFunctions(variant),
    reaches: `
        ${footprintsSource(variant)}
        ${overAxes(
          dimensions,
          (axis) => `
        float reach${axis} = ${filterOf(mode).radius.toFixed(1)} * filterWidth(footprint${axis}, size${axis});
        float clip${axis} = reach${axis};`,
        )}`,
    weight: densitySource(dimensions),
  });
}

/** Statements that compute the `weight` per width of the filters that the point (x, y(, z)) gives to the pixel at (atX, atY(, atZ)). */
export function densitySource(dimensions: number): string {
  const densities = overAxes(dimensions, (axis) => {
    const place = `${axis.toLowerCase()}, lost${axis}, footprint${axis}, ${axisArguments(axis)}`;
    return `float density${axis} = densityOf(at${axis}, ${place});`;
  });
  return `${densities} float weight = ${overAxes(dimensions, (axis) => `density${axis}`, ' * ')};`;
}
