import type { Call } from '../../call.js';
import type { Way } from '../way.js';
import { gatherCells } from './gather.js';
import { createCells, takeCells } from './plan.js';
import { scatterCells } from './scatter.js';
import { slopeCells } from './slope.js';

/** Points strictly inside an image, read linearly: the four pixels around each. */
export function cellsWay(call: Call): Way | undefined {
  if (!call.linear || call.dimensions !== 2) return undefined;
  const cells = createCells(call);
  return {
    needsPoints: true,
    plan: () => true,
    take: (row) => takeCells(cells, row, call),
    gather: (crop, image) => gatherCells(cells, crop, image),
    scatter: (dimage, dy) => scatterCells(cells, dimage, dy),
    slope: (gradient, dy, image) => slopeCells(cells, gradient, dy, image, call),
  };
}
