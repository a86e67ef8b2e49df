import type { PaddingMode } from '@cropgrad/core';
import { PADDINGS } from './paddings.js';

const EXTENT = 'float size, float low, float span';

/**
 * The GLSL functions that bound the coordinates which may read a pixel:
 *
 * - `stripStart(at, lap, reach, clip, size, low, span)` and `stripEnd`, the strip around the pixel `at` on a lap; a coordinate
 *   reads pixels no farther off than `reach`, and one that is clipped those up to `clip` from the ends of the image;
 * - `lapOf(x, at, size, low, span)`, the lap that a coordinate is on; 0 where there is one lap.
 */
export function stripFunctions(paddingMode: PaddingMode): string {
  const { place, hasNoStart = 'false', hasNoEnd = 'false', lapOf = '0.0' } = PADDINGS[paddingMode].strip;
  const strip = `float at, float lap, float reach, float clip, ${EXTENT}`;
  return `
    float stripStart(${strip}) { return ${hasNoStart} ? -1e30 : ${place} - reach; }
    float stripEnd(${strip}) { return ${hasNoEnd} ? 1e30 : ${place} + reach; }
    float lapOf(float x, float at, ${EXTENT}) { return ${lapOf}; }`;
}
