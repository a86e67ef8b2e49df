import type { Call } from '../../call.js';
import { hasRgbPixels } from '../../layout.js';
import type { Lines } from '../../points/lines.js';
import { gatherCells } from '../cells/gather.js';
import { scatterCells } from '../cells/scatter.js';
import { slopeCells } from '../cells/slope.js';
import type { Loop, Way } from '../way.js';
import { gatherRgbColumns } from './gather.js';
import { asCells, createColumns, planColumns, takeColumns } from './plan.js';
import { scatterRgbColumns } from './scatter.js';
import { slopeRgbColumns } from './slope.js';

/**
 * Points strictly inside an image in the rows of a box, read linearly: its columns are sorted once. RGB pixels have loops
 * of their own, as the right pixels of one column are kept as the left ones of the next; others are cells.
 */
export function columnsWay(call: Call, _loop: Loop, lines: Lines | undefined): Way | undefined {
  if (!lines || !call.linear || call.dimensions !== 2) return undefined;
  const columns = createColumns(call);
  const { cells } = columns;
  const rgb = hasRgbPixels(call.image);
  return {
    needsPoints: false,
    plan: (lines, row) => {
      if (lines) planColumns(columns, lines, row, call);
      return lines !== undefined;
    },
    take: (row) => takeColumns(columns, row, call),
    gather: (crop, image) => {
      if (rgb) gatherRgbColumns(cells, crop, image);
      else gatherCells(asCells(columns), crop, image);
    },
    scatter: ({ values, at, layout }, dy) => {
      if (rgb && values instanceof Float32Array) scatterRgbColumns(cells, { values, at, layout }, dy);
      else scatterCells(asCells(columns), { values, at, layout }, dy);
    },
    slope: (gradient, dy, image) => {
      if (rgb) slopeRgbColumns(cells, gradient, dy, image, call);
      else slopeCells(asCells(columns), gradient, dy, image, call);
    },
  };
}
