import { type AxisName, axisNames, overAxes } from '../axis/axis-name.js';
import { filteredFunctions } from '../axis/filtered-functions.js';
import { axisArguments } from '../axis/taps-source.js';
import { footprintFunctions, footprintsSource } from '../points/footprint-source.js';
import { POINT_FUNCTIONS } from '../points/point-functions.js';
import type { SampleVariant } from '../variant.js';
import { coordinateError } from './outside-source.js';

/** The functions that antialiased kernels call. */
export function filteredSampleFunctions(variant: SampleVariant): string {
  return POINT_FUNCTIONS + footprintFunctions(variant.dimensions) + filteredFunctions(variant);
}

/** Statements that say what the valid point (x, y(, z)) reads along each axis: `filterX`; and `isRead`, whether it reads any. */
export function filtersSource(variant: SampleVariant): string {
  const { points, dimensions } = variant;
  const filters = overAxes(dimensions, (axis) => {
    const x = axis.toLowerCase();
    const error = coordinateError(axis, points, dimensions);
    const place = `${x}, lost${axis}, ${error}, footprint${axis}, half${axis}, ${axisArguments(axis)}`;
    return `Filtered filter${axis} = filtered(${place});`;
  });
  const isRead = overAxes(dimensions, (axis) => `filter${axis}.isRead`, ' && ');
  return `${footprintsSource(variant)} ${filters} bool isRead = ${isRead};`;
}

/** Loops over the pixels of `filterX`, all axes nested: pixelX is a pixel's place. */
export function filteredLoops(dimensions: number, before: (axis: AxisName) => string, body: string): string {
  return axisNames(dimensions).reduce(
    (inner, axis) => `
      for (int k${axis} = filter${axis}.first; k${axis} <= filter${axis}.last; k${axis}++) {
        float pixel${axis} = pixelOf(k${axis}, size${axis});
        ${before(axis)}
        ${inner}
      }`,
    body,
  );
}
