import { IS_FINITE } from '../device/kernel.js';
import type { Variant } from '../sampling.js';
import { elementSource } from './element.js';
import { placeSource } from './place.js';
import { pointSource } from './points.js';

/** The functions, in WGSL, that find points, and where things are in memory. */
export function pointFunctions(variant: Variant): string[] {
  const { dimensions, images } = variant;
  return [IS_FINITE, placeSource(dimensions), pointSource(variant), elementSource(dimensions, images)];
}
