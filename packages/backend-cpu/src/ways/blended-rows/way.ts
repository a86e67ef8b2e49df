import type { Call } from '../../call.js';
import type { Lines } from '../../points/point-source.js';
import { addFillSlopes } from '../row-taps.js';
import type { Loop, Way } from '../way.js';
import { gatherBlended } from './gather.js';
import { createBlend, planBlend, takeRow } from './plan.js';
import { scatterBlended } from './scatter.js';
import { slopeBlended } from './slope.js';

/** Whole rows of axis-aligned crops: image rows are blended first, and the columns picked second. */
export function blendedRowsWay(call: Call, loop: Loop, lines: Lines | undefined): Way | undefined {
  // For slopes, rows are blended once per axis: reading cells costs less.
  if (!lines || (loop === 'slope' && call.mode.linear)) return undefined;
  const blend = createBlend(call);
  return {
    needsPoints: false,
    plan: (lines, row) => {
      if (lines) planBlend(blend, lines, row, call);
      return lines !== undefined;
    },
    take: (row) => takeRow(blend, row, call),
    gather: (crop, image) => gatherBlended(blend, crop, image, call.fillValue),
    scatter: (dimage, dy) => scatterBlended(blend, dimage, dy),
    slope: (gradient, dy, image) => {
      slopeBlended(blend, gradient, dy, image, call.dimensions);
      addFillSlopes(gradient, dy, blend.taps, call);
    },
  };
}
