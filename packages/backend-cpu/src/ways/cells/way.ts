import type { Sampling } from '../../sampling.js';
import type { Way } from '../way.js';
import { gatherCells } from './gather.js';
import { createCells, takeCells } from './plan.js';
import { scatterCells } from './scatter.js';
import { slopeCells } from './slope.js';

/** Points strictly inside an image, read linearly: the four pixels around each. */
export function cellsWay(sampling: Sampling): Way | undefined {
  if (!sampling.kernel.linear || sampling.dimensions !== 2) return undefined;
  const cells = createCells(sampling);
  return {
    needsPoints: true,
    plan: () => true,
    take: (row) => takeCells(cells, row, sampling),
    gather: (crop, image) => gatherCells(cells, crop, image),
    scatter: (dimage, dy) => scatterCells(cells, dimage, dy),
    slope: (gradient, dy, image) => slopeCells(cells, gradient, dy, image, sampling),
  };
}
