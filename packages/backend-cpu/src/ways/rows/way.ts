import type { Call } from '../../call.js';
import { addFillSlopes } from '../row-taps.js';
import type { Loop, Way } from '../way.js';
import { gatherRows } from './gather.js';
import { createRows, planRows, takeRow } from './plan.js';
import { scatterRows } from './scatter.js';
import { slopeRows } from './slope.js';

/** Whole rows of axis-aligned crops: image rows are blended first, and the columns picked second. */
export function rowsWay(call: Call, loop: Loop): Way | undefined {
  // For slopes, rows are blended once per axis: reading cells costs less.
  if (loop === 'slope' && call.kernel.linear) return undefined;
  const rows = createRows(call);
  return {
    needsPoints: false,
    plan: (lines, row) => {
      if (lines) planRows(rows, lines, row, call);
      return lines !== undefined;
    },
    take: (row) => takeRow(rows, row, call),
    gather: (crop, image) => gatherRows(rows, crop, image, call.fillValue),
    scatter: (dimage, dy) => scatterRows(rows, dimage, dy),
    slope: (gradient, dy, image) => {
      slopeRows(rows, gradient, dy, image, call.dimensions);
      addFillSlopes(gradient, dy, rows.taps, call);
    },
  };
}
