import { coverageSource } from '../axis/coverage-source.js';
import { filterFunctions } from '../axis/filter-functions.js';
import { reachSource, totalsSource } from '../axis/filter-source.js';
import type { FunctionSource } from '../device/kernel-source.js';
import { coordinateError } from '../points/coordinate-error.js';
import { FOOTPRINT_FUNCTIONS, footprintSource } from '../points/footprint-source.js';
import { POINT_FUNCTIONS } from '../points/point-functions.js';
import { pointNumbers, type SampleVariant } from '../variant.js';

/** The numbers of a kernel that filters images. */
export function filteredNumbers(variant: SampleVariant): string[] {
  return [...pointNumbers(variant), 'widen'];
}

/** Statements that say what the output at (x, y(, z)) reads of an image, as far as it can be said axis by axis. */
export function filteredReachSource(variant: SampleVariant): string {
  const { points, dimensions } = variant;
  if (points === 'grid') throw new Error('The points of a grid have no footprint');
  return `${footprintSource(points, dimensions)} ${reachSource(variant)}`;
}

/**
 * The same, with what the weights sum up to and how much of the output is inside the image: what it reads is known but for
 * the pixels. `reads` is 0 for an output that reads none.
 */
export function filteredTapsSource(variant: SampleVariant): string {
  const { points, dimensions } = variant;
  return `
    ${filteredReachSource(variant)}
    ${totalsSource(variant)}
    ${coverageSource(variant, (axis) => coordinateError(axis, points, dimensions))}`;
}

/** The functions that these statements call. */
export function filteredFunctions({ mode, paddingMode }: SampleVariant): FunctionSource[] {
  return [...POINT_FUNCTIONS, ...FOOTPRINT_FUNCTIONS, ...filterFunctions(mode, paddingMode)];
}
