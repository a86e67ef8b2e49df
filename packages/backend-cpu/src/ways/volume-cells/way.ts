import type { Call } from '../../call.js';
import { createCells } from '../cells/plan.js';
import type { Way } from '../way.js';
import { gatherVolumeCells } from './gather.js';
import { takeVolumeCells } from './plan.js';
import { scatterVolumeCells } from './scatter.js';
import { slopeVolumeCells } from './slope.js';

/** Points strictly inside a volume, read linearly: the eight voxels around each. */
export function volumeCellsWay(call: Call): Way | undefined {
  if (!call.linear || call.dimensions !== 3) return undefined;
  const cells = createCells(call);
  return {
    needsPoints: true,
    plan: () => true,
    take: (row) => takeVolumeCells(cells, row, call),
    gather: (crop, volume) => gatherVolumeCells(cells, crop, volume),
    scatter: (dvolume, dy) => scatterVolumeCells(cells, dvolume, dy),
    slope: (gradient, dy, volume) => slopeVolumeCells(cells, gradient, dy, volume, call),
  };
}
