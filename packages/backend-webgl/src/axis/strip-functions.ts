import type { Mode, PaddingMode } from '@cropgrad/core';
import { SAMPLING_MODES } from './modes.js';
import { PADDINGS } from './paddings.js';

const EXTENT = 'float size, float low, float span';

/**
 * The GLSL functions that bound the coordinates which may read a pixel:
 *
 * - `stripStart(at, lap, size, low, span)` and `stripEnd`, the strip around the pixel `at` on a lap;
 * - `lapOf(x, at, size, low, span)`, the lap that a coordinate is on; 0 where there is one lap.
 */
export function stripFunctions(mode: Mode, paddingMode: PaddingMode): string {
  const reach = SAMPLING_MODES[mode].reach.toFixed(1);
  const { place, hasNoStart = 'false', hasNoEnd = 'false', lapOf = '0.0' } = PADDINGS[paddingMode].strip;
  return `
    float stripStart(float at, float lap, ${EXTENT}) { return ${hasNoStart} ? -1e30 : ${place} - ${reach}; }
    float stripEnd(float at, float lap, ${EXTENT}) { return ${hasNoEnd} ? 1e30 : ${place} + ${reach}; }
    float lapOf(float x, float at, ${EXTENT}) { return ${lapOf}; }`;
}
