import type { Call } from '../../call.js';
import type { Lines } from '../../points/lines.js';
import { addFillSlopes, createRowTaps, filterTaps, withFootprintSlopes } from '../row-taps.js';
import type { Loop, Way } from '../way.js';
import { gatherBlended } from './gather.js';
import { computeBoxTaps, createBlend, listRows, listRuns, takeRow } from './plan.js';
import { scatterBlended } from './scatter.js';
import { slopeBlended } from './slope.js';

/** Whole rows of axis-aligned crops: image rows are blended first, and the columns picked second. */
export function blendedRowsWay(call: Call, loop: Loop, lines: Lines | undefined): Way | undefined {
  // For slopes, rows are blended once per axis: reading cells costs less.
  if (!lines || (loop === 'slope' && call.linear)) return undefined;
  const taps = createRowTaps(call, true);
  let blend = createBlend(call, taps);
  const differentiate: Way['slope'] = (gradient, dy, image) => {
    slopeBlended(blend, gradient, dy, image, call.dimensions);
    addFillSlopes(gradient, dy, taps, call);
  };
  return {
    needsPoints: false,
    plan: (lines, row) => {
      if (!lines) return false;
      if (call.antialias) {
        filterTaps(taps, lines, row, call);
        blend = createBlend(call, taps);
      } else {
        computeBoxTaps(taps, lines, row, call);
      }
      listRuns(blend);
      return true;
    },
    take: (row) => takeRow(blend, row, call),
    gather: (crop, image) => gatherBlended(blend, crop, image, call.fillValue),
    scatter: (dimage, dy) => scatterBlended(blend, dimage, dy),
    slope: (gradient, dy, image) => {
      differentiate(gradient, dy, image);
      if (!call.antialias) return;
      const byFootprints = gradient.subarray(gradient.length / 2);
      withFootprintSlopes(taps, () => {
        listRows(blend, call.image);
        differentiate(byFootprints, dy, image);
      });
    },
  };
}
